/**
 * Splits the worker's own script once more than a bundler can: what the first page does not call becomes a late part.
 *
 * A bundler splits a program between modules, and it is the machine's own modules that have most of what a first page never calls. So of the script's own level
 * these statements move: functions that are named as late, and whatever only they, or other late parts, mention. The two scripts then tell
 * each other of their names: what moved is given the constants of the script that it mentions, and gives it those of its functions that the
 * script mentions, in whose place a function stands that says what is missing.
 *
 * What moves must not notice it. It only declares; nothing has it as a value before; and it mentions no variable that is assigned anew, for it
 * would see the value of an earlier time.
 */
import { parseAst } from "vite";

/** A node of ESTree, as far as this file looks at it. */
interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/** A statement of the script's own level. */
interface Statement {
  node: Node;
  text: string;
  /** The module that it comes from, as a path like `src/worker/late.ts`. */
  module: string;
  /** The names that it declares. */
  declares: string[];
  /** The names that it might refer to: true for those that are not only called. */
  mentions: ReadonlyMap<string, boolean>;
  /** The names that it might assign anew. */
  assigns: ReadonlySet<string>;
  /** Does it give `exports` a property? */
  isExport: boolean;
  /** Does it only declare, so that nobody notices when? */
  isQuiet: boolean;
}

/** A script in two parts, as the texts of functions' bodies. */
export interface SplitScript {
  /** What stays, with a function `lend` that makes the script's exports, which `late` needs. */
  own: string;
  /** What moved: runs with the exports as `main`, to which it adds its own. */
  late: string;
}

/**
 * Splits a CommonJS script.
 *
 * @param code The script, with comments that name the modules. Its exports are statements like `exports.name = name`.
 * @param isLate Whether a function of a module is not called before the late parts have come.
 */
export function splitLate(code: string, isLate: (module: string, name: string) => boolean): SplitScript {
  const statements = readStatements(code);
  const own = findOwn(statements, isLate);
  const staying = statements.filter((each) => own.has(each));
  const names = declaredBy(statements.filter((each) => !own.has(each)));
  const doesMention = (some: Iterable<string>) => (each: Statement) =>
    [...some].some((name) => each.mentions.has(name));
  const ownExports = statements.filter((each) => each.isExport && !doesMention(names)(each));
  const moving = statements.filter((each) => !own.has(each) && !ownExports.includes(each));
  const awaited = [...names].filter((name) => staying.some(doesMention([name])));
  const given = [...declaredBy(staying)].filter((name) => moving.some(doesMention([name])));
  const body = (some: Statement[]) => some.map(({ text }) => text).join("\n");
  return {
    own: [
      ...awaited.map((name) => `var ${name} = notYet;`),
      body(staying),
      `const lend = () => {
        const exports = Object.create(null);
        ${body(ownExports)}
        exports.given = [${given.join(", ")}];
        exports.take = (taken) => { [${awaited.join(", ")}] = taken; };
        return exports;
      };`,
    ].join("\n"),
    late: [
      `const [${given.join(", ")}] = main.given;`,
      body(moving.filter(({ isExport }) => !isExport)),
      body(moving.filter(({ isExport }) => isExport)).replaceAll(/(?<=^|\()exports\b/gm, "main"),
      `main.take([${awaited.join(", ")}]);`,
    ].join("\n"),
  };
}

/** The statements that stay. */
function findOwn(statements: Statement[], isLate: (module: string, name: string) => boolean): Set<Statement> {
  const declaring = new Map(statements.flatMap((each) => each.declares.map((name) => [name, each] as const)));
  const assigned = new Set(statements.flatMap(({ assigns }) => [...assigns]));
  const own = new Set(statements.filter(({ isExport, isQuiet }) => !isExport && !isQuiet));
  for (;;) {
    for (const each of own)
      for (const [name, isValue] of each.mentions) {
        const declared = declaring.get(name);
        if (declared !== undefined && (isValue || !isLateFunction(declared, isLate))) own.add(declared);
      }
    const bound = statements.filter((each) => !own.has(each) && !each.isExport && isBound(each));
    if (bound.length === 0) return own;
    for (const each of bound) own.add(each);
  }

  /** Does it mention what only the script itself has: a variable of it, its exports, or how late parts are fetched? */
  function isBound({ mentions }: Statement): boolean {
    return [...mentions.keys()].some((name) => {
      const declared = declaring.get(name);
      if (declared === undefined) return name === "exports" || name === "require";
      return assigned.has(name) && own.has(declared);
    });
  }
}

function isLateFunction(
  { node, module, declares: [name = ""] }: Statement,
  isLate: (module: string, name: string) => boolean,
): boolean {
  // The bundler tells functions of one name apart by a number.
  return node.type === "FunctionDeclaration" && isLate(module, name.replace(/\$\d+$/, ""));
}

function declaredBy(statements: Statement[]): Set<string> {
  return new Set(statements.flatMap(({ declares }) => declares));
}

/** The statements of a script, each with the comments before it. */
function readStatements(code: string): Statement[] {
  const { body } = parseAst(code, { lang: "js" }) as unknown as { body: Node[] };
  let module = "";
  return body.map((node, at) => {
    const text = code.slice(body[at - 1]?.end ?? 0, node.end);
    const before = text.slice(0, text.length - (node.end - node.start));
    module = [...before.matchAll(/^\/\/ (\S+\.\w+)$/gm)].at(-1)?.[1] ?? module;
    const isExport = /^(exports\.[\w$]+ = |Object\.defineProperty\(exports,)/.test(code.slice(node.start));
    const declares = declaredNames(node);
    return { node, text, module, declares, ...findNames(node, declares), isExport, isQuiet: isQuiet(node) };
  });
}

/** The names that a statement declares. */
function declaredNames(node: Node): string[] {
  if (node.type === "VariableDeclaration")
    return (node["declarations"] as Node[]).flatMap(({ id }) => patternNames(id));
  return /^(Function|Class)Declaration$/.test(node.type) ? patternNames(node["id"]) : [];
}

/** The names of the script's own level that a statement has; those of inner variables are other names. */
function findNames(root: Node, declares: string[]): Pick<Statement, "mentions" | "assigns"> {
  const mentions = new Map<string, boolean>();
  const assigns = new Set<string>();
  look(root, new Set(declares), false);
  return { mentions, assigns };

  function look(node: unknown, outer: ReadonlySet<string>, isCallee: boolean): void {
    if (Array.isArray(node)) for (const each of node) look(each, outer, false);
    if (!isNode(node)) return;
    const bound = new Set([...outer, ...boundBy(node)]);
    if (node.type === "Identifier") {
      const name = node["name"] as string;
      if (!bound.has(name)) mentions.set(name, mentions.get(name) === true || !isCallee);
    }
    for (const target of assignedBy(node))
      for (const name of patternNames(target)) if (!bound.has(name)) assigns.add(name);
    const isPlain = node["computed"] === false && node["shorthand"] !== true;
    for (const [field, value] of Object.entries(node))
      if (!(isPlain && (field === "key" || field === "property")))
        look(value, bound, node.type === "CallExpression" && field === "callee");
  }
}

/** The names of the variables whose scope a node is. */
function boundBy(node: Node): string[] {
  const own = isNode(node["id"]) && node.type.endsWith("Expression") ? patternNames(node["id"]) : [];
  const parameters = [node["params"] ?? [], node["param"] ?? []].flat().flatMap(patternNames);
  const cases = node.type === "SwitchStatement" ? (node["cases"] as Node[]) : [];
  const inside = [
    node.type === "Program" ? [] : node["body"],
    cases.map(({ consequent }) => consequent),
  ].flat(2);
  const loops = [node["init"], node["left"]].filter(
    (each) => isNode(each) && each.type === "VariableDeclaration",
  );
  return [
    ...own,
    ...parameters,
    ...[...inside, ...loops].flatMap((each) => (isNode(each) ? declaredNames(each) : [])),
  ];
}

/** What a node assigns, as patterns. */
function assignedBy(node: Node): unknown[] {
  if (node.type === "AssignmentExpression") return [node["left"]];
  if (node.type === "UpdateExpression") return [node["argument"]];
  if (node.type === "ForOfStatement" || node.type === "ForInStatement") return [node["left"]];
  return [];
}

/** The names in a pattern: in what is declared or assigned. */
function patternNames(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case "Identifier":
      return [pattern["name"] as string];
    case "AssignmentPattern":
      return patternNames(pattern["left"]);
    case "RestElement":
      return patternNames(pattern["argument"]);
    case "ArrayPattern":
      return (pattern["elements"] as unknown[]).flatMap(patternNames);
    case "ObjectPattern":
      return (pattern["properties"] as Node[]).flatMap(({ value, argument }) =>
        patternNames(value ?? argument),
      );
    default:
      return [];
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

function isQuiet(node: Node): boolean {
  if (node.type === "FunctionDeclaration") return true;
  if (node.type === "VariableDeclaration")
    return (node["declarations"] as Node[]).every(({ init }) => isQuietValue(init));
  return false;
}

/** Is a value the same whenever it is made? */
function isQuietValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isQuietValue);
  if (!isNode(value)) return true;
  switch (value.type) {
    case "Literal":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return true;
    case "TemplateLiteral":
      return (value["expressions"] as Node[]).length === 0;
    case "UnaryExpression":
      return isQuietValue(value["argument"]);
    case "BinaryExpression":
      return isQuietValue([value["left"], value["right"]]);
    case "ArrayExpression":
      return isQuietValue(value["elements"]);
    case "ObjectExpression":
      return isQuietValue(value["properties"]);
    case "Property":
      return value["computed"] === false && isQuietValue(value["value"]);
    case "NewExpression":
      return isCollection(value["callee"] as Node) && isQuietValue(value["arguments"]);
    case "ClassExpression":
      return value["superClass"] === null || (value["superClass"] as Node).type === "Identifier";
    default:
      return false;
  }
}

function isCollection({ name }: Node): boolean {
  return name === "Map" || name === "Set" || name === "WeakMap";
}
