/** Private names: `__x` in `class C` is `_C__x` (Python 2.7 reference, §5.2.1). */

/** The name that `name` stands for in the class `className`, null outside classes. */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
