// Judges HTML files with axe in Chromium, each at every width. Arguments: node_modules, the browser, widths with commas between, files.
// Prints a JSON list: file, width, how far the page can be scrolled sideways, and what breaks a rule.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, browserPath, widths, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");

async function judge(browser, file, width) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  await page.addScriptTag({ path: axe });
  const { violations, passes } = await page.evaluate(() => axe.run(document));
  const sideways = await page.evaluate(() => {
    const root = document.documentElement;
    const lefts = [...document.querySelectorAll("main *")].map((one) => one.getBoundingClientRect().left);
    return Math.max(root.scrollWidth - root.clientWidth, Math.ceil(-Math.min(0, ...lefts)));
  });
  await page.close();
  const findings = violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.html.slice(0, 300)}`));
  return { file, width, sideways, passes: passes.length, findings };
}

// As root the browser starts only without its sandbox; the pages are the project's own and fetch nothing.
const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
const results = [];
for (const file of files) {
  for (const width of widths.split(",")) {
    results.push(await judge(browser, file, Number(width)));
  }
}
await browser.close();
console.log(JSON.stringify(results));
