/**
 * Sites to make links of: the manual's example, two lessons of the size that lessons have, and what a learner made of them in an
 * afternoon. The words of pages were written without looking at the vocabulary.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  defaultConfiguration,
  MANUAL_EXAMPLE_FOLDER,
  manualExampleFiles,
  SERVER_INI,
  stringifyConfiguration,
} from "../../src/project/index.ts";
import { type Edition, type Editions, fingerprintOf, type SharedSite } from "../../src/share/index.ts";

const usualConfiguration = stringifyConfiguration(defaultConfiguration);

/** The manual's example as it is, with the usual server.ini. */
export const manualExample: ReadonlyMap<string, string> = new Map([
  ...manualExampleFiles.map(
    (name) => [name, readFileSync(join(MANUAL_EXAMPLE_FOLDER, name), "utf8")] as const,
  ),
  [SERVER_INI, usualConfiguration],
]);

/** A shop as in the manual's second paragraph, of several pages. */
export const shop: ReadonlyMap<string, string> = new Map([
  [
    "index.html",
    `<html>
<head><title>The little shop</title></head>
<body>
<h2>The little shop</h2>
<p>Three discs and two novels are left. Choose what you like; you pay at the end.</p>
<ul>
  <li>Gnossiennes, Satie, 12 euros <a href="basket.pih?what=gnossiennes&price=12">take it</a></li>
  <li>Kind of Blue, Davis, 15 euros <a href="basket.pih?what=kind+of+blue&price=15">take it</a></li>
  <li>Mingus Ah Um, Mingus, 14 euros <a href="basket.pih?what=mingus+ah+um&price=14">take it</a></li>
  <li>Zazie dans le m\u00e9tro, Queneau, 8 euros <a href="basket.pih?what=zazie&price=8">take it</a></li>
  <li>Les Mis\u00e9rables, Hugo, 22 euros <a href="basket.pih?what=miserables&price=22">take it</a></li>
</ul>
<p><a href="basket.pih">See what is in my basket</a></p>
</body>
</html>
`,
  ],
  [
    "basket.pih",
    `<% from prices import total %>
<h2>Your basket</h2>
<%
session = Session()
if not hasattr(session, 'basket'):
    session.basket = []
if QUERY.has_key('what'):
    session.basket.append((QUERY['what'], int(QUERY['price'])))
%>
<% if session.basket: %>
<table>
<% for what, price in session.basket: %>
  <tr><td><%= what %></td><td><%= price %> euros</td></tr>
<% end %>
</table>
<p>Together <b><%= total(session.basket) %></b> euros.</p>
<p><a href="address.pih">Order</a>, or <a href="index.html">look for something else</a>.</p>
<% end %>
<% else: %>
<p>Nothing yet. <a href="index.html">Look around</a>.</p>
<% end %>
`,
  ],
  [
    "address.pih",
    `<h2>Where shall it go?</h2>
<% session = Session() %>
<form action="message.pih" method="post">
<p>Name <input name="who" value="<%= getattr(session, 'who', '') %>"></p>
<p>Street and number <input name="street" value="<%= getattr(session, 'street', '') %>"></p>
<p>Town <input name="town" value="<%= getattr(session, 'town', '') %>"></p>
<p>It is a present <input type="checkbox" name="present" value="yes"></p>
<p><input type="submit" value="Go on"></p>
</form>
`,
  ],
  [
    "message.pih",
    `<%
session = Session()
session.who = _who
session.street = _street
session.town = _town
session.present = QUERY.has_key('present')
if not session.present:
    raise HTTP_REDIRECTION, 'card.pih'
%>
<h2>A word to go with it</h2>
<form action="card.pih" method="post">
<textarea name="words" rows="5" cols="50"><%= getattr(session, 'words', '') %></textarea>
<p><input type="submit" value="Go on"></p>
</form>
`,
  ],
  [
    "card.pih",
    `<%
session = Session()
if QUERY.has_key('words'):
    session.words = QUERY['words']
%>
<h2>How will you pay?</h2>
<form action="summary.pih" method="post">
<p>Number of the card <input name="card" size="16" maxlength="16"></p>
<p>Good until <input name="until" size="5" placeholder="12/29"></p>
<p><input type="submit" value="To the summary"></p>
</form>
`,
  ],
  [
    "summary.pih",
    `<% from prices import total %>
<%
session = Session()
session.card = _card
%>
<h2>Is everything right?</h2>
<ul>
<% for what, price in session.basket: %>
  <li><%= what %>: <%= price %> euros</li>
<% end %>
</ul>
<p>To <%= session.who %>, <%= session.street %>, <%= session.town %></p>
<% if session.present: %>
<p>With these words: <i><%= session.words %></i></p>
<% end %>
<p>By the card that ends in <%= session.card[-4:] %>: <%= total(session.basket) %> euros.</p>
<p><a href="thanks.pih">I confirm</a></p>
`,
  ],
  [
    "thanks.pih",
    `<%
session = Session()
who = session.who
session.close()
%>
<h2>Thank you, <%= who %>!</h2>
<p>Your order has left. <a href="index.html">Once more to the shop</a></p>
`,
  ],
  [
    "prices.py",
    `# What everything costs together. Imported by two pages.

POST = 4

def total(basket):
    amount = 0
    for what, price in basket:
        amount = amount + price
    if amount < 30:
        amount = amount + POST
    return amount
`,
  ],
  [SERVER_INI, "[server]\npersistent_session = on\nserver = monoprocess\nmax_sessions = 1000\n"],
]);

/** Two frames that count at once. */
export const frames: ReadonlyMap<string, string> = new Map([
  [
    "index.html",
    `<html>
<head><title>Deux cadres, une session</title></head>
<frameset cols="50%,*">
  <frame name="gauche" src="gauche.pih">
  <frame name="droite" src="droite.pih">
</frameset>
</html>
`,
  ],
  ...["gauche", "droite"].map(
    (side) =>
      [
        `${side}.pih`,
        `<%
sessionObj = Session()
if not hasattr(sessionObj, 'tours'):
    sessionObj.tours = 0
lu = sessionObj.tours
# Entre la lecture et l'\u00e9criture, l'autre cadre peut passer.
sessionObj.tours = lu + 1
%>
<h3>Cadre de ${side === "gauche" ? "gauche" : "droite"}</h3>
<p>J'ai lu <%= lu %>, j'ai \u00e9crit <%= sessionObj.tours %>.</p>
<p><a href="${side}.pih">Encore un tour</a></p>
`,
      ] as const,
  ),
  [SERVER_INI, "[server]\npersistent_session = on\nserver = multithread\n"],
]);

/** An edit: in which file, which lines, what they become. A line that stands there twice is changed where it is first. */
type LineEdit = readonly [path: string, line: string, becomes: string];

/** `files` with lines changed. A line that is not there is a mistake of the fixture. */
export function editLines(
  files: ReadonlyMap<string, string>,
  edits: readonly LineEdit[],
): Map<string, string> {
  const edited = new Map(files);
  for (const [path, line, becomes] of edits) {
    const lines = edited.get(path)?.split("\n") ?? [];
    const at = lines.indexOf(line);
    if (at === -1) throw new Error(`Failed to edit ${path}: it has no line ${JSON.stringify(line)}.`);
    edited.set(path, lines.with(at, becomes).join("\n"));
  }
  return edited;
}

/** Ten lines changed in four files of the shop, as its bugs are mended. */
export const mendedShop = editLines(shop, [
  ["basket.pih", "session = Session()", "session = Session()  # one for each visitor"],
  [
    "basket.pih",
    "    session.basket.append((QUERY['what'], int(QUERY['price'])))",
    "    session.basket = session.basket + [(QUERY['what'], int(QUERY['price']))]",
  ],
  [
    "basket.pih",
    '<p>Nothing yet. <a href="index.html">Look around</a>.</p>',
    '<p>Your basket is empty. <a href="index.html">Look around</a>.</p>',
  ],
  ["message.pih", "session.who = _who", "session.who = _who.strip()"],
  ["message.pih", "session.town = _town", "session.town = _town.strip().upper()"],
  ["message.pih", "if not session.present:", "if not session.present or not session.basket:"],
  ["summary.pih", "session.card = _card", "session.card = _card[-4:]"],
  [
    "summary.pih",
    "<p>With these words: <i><%= session.words %></i></p>",
    "<p>With these words: <i><%= getattr(session, 'words', '') %></i></p>",
  ],
  [
    "summary.pih",
    "<p>By the card that ends in <%= session.card[-4:] %>: <%= total(session.basket) %> euros.</p>",
    "<p>By the card that ends in <%= session.card %>: <%= total(session.basket) %> euros.</p>",
  ],
  ["thanks.pih", "who = session.who", "who = getattr(session, 'who', 'stranger')"],
]);

/** Ten lines changed in the two frames. */
export const mendedFrames = editLines(frames, [
  ["gauche.pih", "sessionObj = Session()", "import threading"],
  ["gauche.pih", "    sessionObj.tours = 0", "    sessionObj.tours = 100"],
  ["gauche.pih", "lu = sessionObj.tours", "verrou.acquire()\nlu = sessionObj.tours"],
  ["gauche.pih", "sessionObj.tours = lu + 1", "sessionObj.tours = lu + 1\nverrou.release()"],
  ["gauche.pih", "<h3>Cadre de gauche</h3>", "<h3>Le cadre bleu</h3>"],
  ["droite.pih", "    sessionObj.tours = 0", "    sessionObj.tours = 100"],
  ["droite.pih", "sessionObj.tours = lu + 1", "sessionObj.tours = lu + 2"],
  ["droite.pih", "<h3>Cadre de droite</h3>", "<h3>Le cadre rouge</h3>"],
  [
    "droite.pih",
    '<p><a href="droite.pih">Encore un tour</a></p>',
    '<p><a href="droite.pih?vite=1">Encore deux tours</a></p>',
  ],
  [SERVER_INI, "server = multithread", "server = multiprocess"],
]);

/** Ten lines of the manual's example, which has little more. */
export const changedExample = editLines(manualExample, [
  ["index.html", "<h3>Qui \u00eates-vous ?</h3>", "<h1>Bonjour, qui \u00eates-vous ?</h1>"],
  ["index.html", 'Nom <input name="monnom">', 'Votre nom <input name="monnom" size="30">'],
  [
    "index.html",
    '<br>Pr\u00e9nom <input name="prenom">',
    '<br>Votre \u00e2ge <input name="age" type="number">',
  ],
  ["debutEssaiSession.pih", "<h3>D\u00e9but de session</h3>", "<h1>La session commence</h1>"],
  ["debutEssaiSession.pih", "sessionObj.prenom=_prenom", "sessionObj.age=int(_age)"],
  ["debutEssaiSession.pih", "print sessionObj.nom", "print 'Bonjour', sessionObj.nom, '!'"],
  [
    "debutEssaiSession.pih",
    '<a href="suiteEssaiSession.pih">Suivant...</a>',
    '<p><a href="suiteEssaiSession.pih">Et maintenant ?</a></p>',
  ],
  ["suiteEssaiSession.pih", "session=Session()", "session=Session() # la m\u00eame"],
  [
    "suiteEssaiSession.pih",
    "print session.prenom",
    "print 'Dans dix ans vous aurez', session.age + 10, 'ans.'",
  ],
  ["suiteEssaiSession.pih", "session.close()", "# session.close()"],
]);

/** Lessons for tests, both languages alike. */
const lessons: readonly [id: string, key: string, files: ReadonlyMap<string, string>][] = [
  ["manual-example", "m", manualExample],
  ["shop", "s", shop],
  ["frames", "f", frames],
];

/** The editions of the lessons above, and nothing else. */
export const editions: Editions = createEditions(
  lessons.flatMap(([lesson, key, files]) =>
    (["en", "fr"] as const).map((language) => {
      const texts = language === "en" ? files : new Map(files).set("mot.txt", "voil\u00e0\n");
      return { lesson, key, language, fingerprint: fingerprintOf(texts), files: texts };
    }),
  ),
);

/** Editions from a list, oldest first. */
export function createEditions(known: readonly Edition[]): Editions {
  const newestFirst = [...known].reverse();
  const find = async (wanted: Partial<Edition>) =>
    newestFirst.find((edition) =>
      (["lesson", "key", "language", "fingerprint"] as const).every(
        (field) => wanted[field] === undefined || wanted[field] === edition[field],
      ),
    ) ?? null;
  return {
    newest: (lesson, language) => find({ lesson, language }),
    find: (key, language, fingerprint) => find({ key, language, fingerprint }),
    newestByKey: (key, language) => find({ key, language }),
  };
}

/** A site of these files. */
export function siteOf(files: SharedSite["files"], rest: Partial<SharedSite> = {}): SharedSite {
  return { files, language: "en", ...rest };
}

/** What may be shared besides a site. */
export const visitors: Partial<SharedSite> = {
  jars: [
    {
      browser: "A",
      cookies: [{ name: "sessionId", value: "Ab3dE5gH1jK2mN4p", path: "/", httpOnly: false, secure: false }],
    },
  ],
  sessions: [{ id: "Ab3dE5gH1jK2mN4p", pickle: "(dp0\nS'nom'\np1\nS'Ada'\np2\ns." }],
  race: { browser: "A", urls: ["/a.pih", "/b.pih"], schedule: "AABBA" },
};

/** Every text of a folder, by its path in it. */
export function readFolder(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
