/**
 * What a page says: the text of an HTML document as somebody reads it, for goals that ask what a page printed.
 *
 * Not a parser: it takes away tags, comments and what is never seen, and decodes character references. A tag that does not stand within a
 * line of text (`<p>`, `<br>`, `<td>`) counts as a blank. Blanks are one, as browsers show them. Each character is looked at a fixed
 * number of times, whatever the page.
 */

const unseen = new Set(["script", "style", "title", "template", "noframes", "iframe"]);
const withinLines = new Set(
  "a abbr acronym b bdi bdo big cite code dfn del em font i ins kbd label mark q s samp small span strike strong sub sup tt u var wbr".split(
    " ",
  ),
);

/** The names of the characters from U+00A0 on: those that pages of that time were written with. */
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml".split(
    " ",
  );
const named = new Map([
  ...latin.map((name, at): [string, string] => [name, String.fromCharCode(160 + at)]),
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["euro", "€"],
  ["hellip", "…"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["oelig", "œ"],
  ["OElig", "Œ"],
]);

/** The text of `html`; `<p>Zo<b>&euml;</b><br>again` gives `Zoë again`. What stands in form fields as their value is no text. */
export function visibleText(html: string): string {
  let text = "";
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    text += html.slice(at, open < 0 ? undefined : open);
    if (open < 0) break;
    const [, slash, name] = /^<(\/?)([a-z][^\s/>]*)/i.exec(html.slice(open, open + 40)) ?? [];
    if (name === undefined) {
      const isMarkup = /[!?/]/.test(html.charAt(open + 1));
      if (!isMarkup) text += "<";
      at = isMarkup ? endOfDeclaration(html, open) : open + 1;
      continue;
    }
    const tag = name.toLowerCase();
    if (!withinLines.has(tag)) text += " ";
    at = endOfTag(html, open);
    if (slash === "" && unseen.has(tag)) at = startOfEndTag(html, at, tag);
  }
  return oneBlank(decodeReferences(text));
}

/** `text` with every run of blanks as one, and none around it. */
export function oneBlank(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function endOfDeclaration(html: string, open: number): number {
  const end = html.startsWith("<!--", open) ? "-->" : ">";
  const at = html.indexOf(end, open);
  return at < 0 ? html.length : at + end.length;
}

/** Behind the `>` of the tag at `open`. Quotes count behind `=` only: `<input value=l'eau>` ends where it seems to. */
function endOfTag(html: string, open: number): number {
  const sign = />|=\s*(["']?)/g;
  sign.lastIndex = open;
  for (;;) {
    const [found, quote] = sign.exec(html) ?? [];
    if (found === undefined) return html.length;
    if (found === ">") return sign.lastIndex;
    if (!quote) continue;
    const close = html.indexOf(quote, sign.lastIndex);
    if (close < 0) return html.length;
    sign.lastIndex = close + 1;
  }
}

function startOfEndTag(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}[\\s/>]`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]\w*));?/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name = "") => {
      if (hex === undefined && decimal === undefined) return named.get(name) ?? whole;
      const codepoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return codepoint > 0 && codepoint <= 0x10ffff ? String.fromCodePoint(codepoint) : "\ufffd";
    },
  );
}
