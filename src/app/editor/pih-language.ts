/**
 * PIH for Monaco: HTML in which `<% … %>`, `<%= … %>` and `<%_ … %>` hold Python, also inside attribute values.
 *
 * A Monarch tokenizer. Python itself is Monaco's own language, embedded between the tags; the leaving rule `%>` ends it anywhere on a line,
 * as PIH does. Monaco's HTML language is not embedded but written out small, because a tag may hold Python in its middle.
 */
import type { languages } from "monaco-editor/editor/editor.api.js";

export const pihLanguageId = "pih";

export const pihConfiguration: languages.LanguageConfiguration = {
  comments: { blockComment: ["<!--", "-->"] },
  // Not `<%` and `%>`: Enter between brackets indents, and Python at the margin is the manual's style.
  brackets: [
    ["(", ")"],
    ["[", "]"],
    ["{", "}"],
  ],
  autoClosingPairs: [
    { open: "(", close: ")" },
    { open: "[", close: "]" },
    { open: "{", close: "}" },
    { open: '"', close: '"', notIn: ["string"] },
    { open: "'", close: "'", notIn: ["string", "comment"] },
  ],
  onEnterRules: [
    // A line that opens a Python block: the next one goes in by a step.
    { beforeText: /:\s*$/, action: { indentAction: 1 } },
  ],
};

export const pihTokenizer: languages.IMonarchLanguage = {
  defaultToken: "",
  tokenPostfix: ".pih",
  ignoreCase: true,
  tokenizer: {
    root: [
      { include: "@python-tags" },
      [/<!--/, "comment", "@comment"],
      [/<!doctype[^>]*>/, "metatag"],
      [/(<\/?)(indent)(\s*>)/, ["metatag", "metatag", "metatag"]],
      [/(<\/?)([a-z][\w:-]*)/, ["delimiter", { token: "tag", next: "@tag" }]],
      [/&(#\d+|#x[\da-f]+|\w+);/, "string.escape"],
      [/[^<&]+/, ""],
      [/[<&]/, ""],
    ],
    "python-tags": [
      [/(<%)(\s*end\s*)(%>)/, ["metatag", "keyword", "metatag"]],
      [/<%[=_]?/, { token: "metatag", next: "@python", nextEmbedded: "python" }],
    ],
    python: [[/%>/, { token: "metatag", next: "@pop", nextEmbedded: "@pop" }]],
    comment: [
      [/-->/, "comment", "@pop"],
      [/[^-]+/, "comment"],
      [/-/, "comment"],
    ],
    tag: [
      { include: "@python-tags" },
      [/\/?>/, "delimiter", "@pop"],
      [/"/, "attribute.value", "@double-quoted"],
      [/'/, "attribute.value", "@single-quoted"],
      [/[a-z_:][\w:.-]*/, "attribute.name"],
      [/=/, "delimiter"],
      [/\s+/, ""],
    ],
    "double-quoted": [
      { include: "@python-tags" },
      [/"/, "attribute.value", "@pop"],
      [/[^"<]+/, "attribute.value"],
      [/</, "attribute.value"],
    ],
    "single-quoted": [
      { include: "@python-tags" },
      [/'/, "attribute.value", "@pop"],
      [/[^'<]+/, "attribute.value"],
      [/</, "attribute.value"],
    ],
  },
};
