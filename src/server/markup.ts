/** HTML written by the server itself: text is escaped unless it is `Markup`. */

/** A piece of HTML that is already safe. */
export interface Markup {
  html: string;
}

/** Escapes text for HTML, inside elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** HTML with values in it: strings and numbers are escaped, markup and lists of markup are taken as they are. */
export function markup(
  pieces: TemplateStringsArray,
  ...values: (string | number | Markup | Markup[])[]
): Markup {
  const html = pieces.map((piece, at) => `${piece}${stringifyValue(values[at])}`).join("");
  return { html };
}

function stringifyValue(value: string | number | Markup | Markup[] | undefined): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.map(({ html }) => html).join("");
  return typeof value === "object" ? value.html : escapeHtml(String(value));
}
