/** The environment variables that build and tests read. */
declare namespace NodeJS {
  interface ProcessEnv {
    /** The path under which the app will be served; "/" when absent. */
    BASE?: string;
    /** Where the build goes; "dist" when absent. */
    OUT_DIR?: string;
    /** "1" takes the last build for end-to-end tests. */
    E2E_REUSE?: string;
    /** The addresses of the two sites that end-to-end tests visit; set by `test/e2e/serve.ts`. */
    E2E_URL?: string;
    E2E_SUBPATH_URL?: string;
  }
}
