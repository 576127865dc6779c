/**
 * `server.ini` for Monaco: the section, the options that the server knows, their values, comments.
 *
 * A Monarch tokenizer of a dozen lines. What the server does not know stays plain, so that a misspelt name is seen before its line is marked;
 * the marks themselves come from `parseConfiguration`.
 */
import type { languages } from "monaco-editor/editor/editor.api.js";
import { optionNames } from "../../project/index.ts";

export const iniLanguageId = "server-ini";

export const iniConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: ";" },
  brackets: [["[", "]"]],
  // Without this Monaco takes the brackets: there is one pair of them in the whole file.
  autoClosingPairs: [],
};

export const iniTokenizer: languages.IMonarchLanguage = {
  defaultToken: "",
  tokenPostfix: ".ini",
  ignoreCase: true,
  options: [...optionNames],
  values: "on off yes no true false none request version monoprocess multithread multiprocess cgi".split(" "),
  // No states: a line stands for itself.
  tokenizer: {
    root: [
      [/^[;#].*$/, "comment"],
      [/\s+[;#].*$/, "comment"],
      [/\s+/, ""],
      [/\[\s*server\s*\]/, "metatag"],
      [/[a-z_]+(?=\s*[=:])/, { cases: { "@options": "tag", "@default": "" } }],
      [/[=:]/, "delimiter"],
      [/\d+(?=\s*$|\s+[;#])/, "number"],
      [/[a-z]+(?=\s*$|\s+[;#])/, { cases: { "@values": "keyword", "@default": "" } }],
      [/\w+/, ""],
      [/./, ""],
    ],
  },
};
