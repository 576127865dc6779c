/** What of `sql.js` is used here. Pointers are numbers; `sqlite3_…` are SQLite's own functions. */
declare module "sql.js" {
  interface SqlJsModule {
    Database: new (data?: Uint8Array) => { readonly db: number; export(): Uint8Array; close(): void };
    addFunction(f: (...args: number[]) => number | undefined, signature: string): number;
    stringToNewUTF8(text: string): number;
    UTF8ToString(pointer: number): string;
    _malloc(size: number): number;
    _free(pointer: number): void;
    _sqlite3_prepare_v2(db: number, sql: number, length: number, statement: number, tail: number): number;
    _sqlite3_step(statement: number): number;
    _sqlite3_finalize(statement: number): number;
    _sqlite3_errmsg(db: number): number;
    _sqlite3_changes(db: number): number;
    _sqlite3_bind_text(statement: number, at: number, text: number, size: number, free: number): number;
    _sqlite3_bind_blob(statement: number, at: number, bytes: number, size: number, free: number): number;
    _sqlite3_bind_double(statement: number, at: number, value: number): number;
    _sqlite3_bind_int(statement: number, at: number, value: number): number;
    _sqlite3_column_count(statement: number): number;
    _sqlite3_column_name(statement: number, at: number): number;
    _sqlite3_column_type(statement: number, at: number): number;
    _sqlite3_column_double(statement: number, at: number): number;
    _sqlite3_column_text(statement: number, at: number): number;
    _sqlite3_column_blob(statement: number, at: number): number;
    _sqlite3_column_bytes(statement: number, at: number): number;
    _sqlite3_value_int(value: number): number;
    _sqlite3_result_int64(context: number, value: bigint): void;
    _sqlite3_result_blob(context: number, bytes: number, size: number, free: number): void;
    _sqlite3_create_function_v2(
      db: number,
      name: number,
      arity: number,
      encoding: number,
      data: number,
      call: number,
      step: number,
      final: number,
      destroy: number,
    ): number;
  }
  interface SqlJsOptions {
    /** Whether its own functions stand in for SQLite's. */
    useOldExtensionFunctions: boolean;
    /** Instead of its own loading. */
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): void;
  }
  export default function initSqlJs(options: SqlJsOptions): Promise<SqlJsModule>;
  export type { SqlJsModule };
}
