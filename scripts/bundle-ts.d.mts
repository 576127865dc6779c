/** Types of `bundle-ts.mjs`, which Node runs as it is. */
export function bundle(entry: string, options?: { minify?: boolean; format?: "es" | "cjs" }): Promise<string>;
