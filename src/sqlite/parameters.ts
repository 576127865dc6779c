/** The parameters of an SQL statement, which `sql.js` cannot list: found by reading the text as SQLite's tokenizer does. */

const tokens =
  /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|`(?:[^`]|``)*`?|\[[^\]]*\]?|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[\w\u0080-\uffff]+|\?(\d*)|[:@$]([\w\u0080-\uffff]+)/g;

/** The names of the statement's parameters in the order of their numbers, without the mark; null for `?`, "" for a number that is skipped. */
export function parameterNames(sql: string): (string | null)[] {
  const names: (string | null)[] = [];
  for (const { 0: token, 1: number, 2: name } of sql.matchAll(tokens)) {
    if (token.startsWith("?") && number === "") names.push(null);
    else if (token.startsWith("?")) while (names.length < Math.min(Number(number), 32766)) names.push(null);
    else if (name !== undefined && !names.includes(name)) names.push(name);
  }
  return names;
}
