import { IdAttributePlugin } from "@11ty/eleventy";
import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";

/** The id that GitHub gives a heading, so that links work in both places. */
function slugify(text) {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\p{Mark}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

export default function configure(eleventy) {
  eleventy.addPlugin(syntaxHighlight, {
    errorOnInvalidLanguage: false,
    // Long lines scroll, which has to work without a mouse; a word in an example counts less than one in the text.
    preAttributes: { tabindex: 0, "data-pagefind-weight": "0.1" },
  });
  eleventy.addPlugin(IdAttributePlugin, { slugify });
  // What the pages are made of is written by the build, and in no repository.
  eleventy.setUseGitIgnore(false);
  eleventy.amendLibrary("md", (markdown) => {
    const {
      link_open: before = (tokens, index, options, _, self) => self.renderToken(tokens, index, options),
    } = markdown.renderer.rules;
    // In the repository pages link to each other as Markdown.
    markdown.renderer.rules.link_open = (tokens, index, options, environment, self) => {
      const href = tokens[index].attrGet("href");
      if (!/^[a-z]+:/i.test(href)) {
        const [file, fragment] = href.split("#");
        const page = file.replace(/(^|\/)README\.md$/, "$1index.html").replace(/\.md$/, ".html");
        tokens[index].attrSet("href", fragment === undefined ? page : `${page}#${fragment}`);
      }
      return before(tokens, index, options, environment, self);
    };
  });
  return {
    dir: { input: ".cache/pages", output: "dist", includes: "../../layouts" },
    // Conditions and templates in the pages are texts, and no commands to the generator.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
