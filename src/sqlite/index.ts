/**
 * The door of the SQLite room: starts SQLite, for the Python module `sqlite3`.
 *
 * Nothing of the engine or the worker imports it: it is large. The worker fetches it as a text when a page first imports
 * `sqlite3`; programs on Node import it.
 */
export { loadSqlite } from "./engine.ts";
