// Bundles src/ into the folder given as argument, with names that change with the content, and writes the table
// (assets.rs) by which the Rust side embeds the result.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { brotliCompressSync, gzipSync, inflateSync, constants } from "node:zlib";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";

const dist = process.argv[2];
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const types = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".json": "application/json",
};

/** Writes a file under a name that carries its hash; returns that name. */
function hashed(name, content) {
  const extension = extname(name);
  const hash = createHash("sha256").update(content).digest("base64url").replace(/[-_]/g, "").slice(0, 8);
  const file = `${basename(name, extension)}-${hash}${extension}`;
  writeFileSync(join(dist, file), content);
  return file;
}

/** One sprite of the icons that a list names, drawn from @tabler/icons. */
function sprite(list) {
  const names = readFileSync(list, "utf8").split(/\s+/).filter(Boolean);
  const symbols = names.sort().map((entry) => {
    const [style, name] = entry.includes("/") ? entry.split("/") : ["outline", entry];
    const svg = readFileSync(`node_modules/@tabler/icons/icons/${style}/${name}.svg`, "utf8");
    const body = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "")
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, "").replace(/\s+/g, " ").trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`;
  });
  const content = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
  return { content, names: names.map((n) => n.split("/").pop()) };
}

/** A font as documents embed it: the tables of a WOFF file (W3C WOFF 1.0), unpacked, behind the head of a TrueType file. */
function trueType(woff) {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((count - 2 ** power) * 16, 10);
  const parts = [head];
  let at = head.length;
  for (let table = 0; table < count; table++) {
    const entry = 44 + 20 * table;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field));
    const stored = woff.subarray(offset, offset + packed);
    const content = packed < length ? inflateSync(stored) : stored;
    const record = 12 + 16 * table;
    woff.copy(head, record, entry, entry + 4);
    woff.copy(head, record + 4, entry + 16, entry + 20);
    head.writeUInt32BE(at, record + 8);
    head.writeUInt32BE(length, record + 12);
    parts.push(content, Buffer.alloc(-content.length & 3));
    at += content.length + (-content.length & 3);
  }
  return Buffer.concat(parts);
}

const common = { bundle: true, minify: true, outdir: dist, metafile: true, logLevel: "warning", legalComments: "none" };
const target = ["chrome120", "firefox121", "safari17.2"];
const builds = await Promise.all([
  // Modules, split so that charts load only where a chart is.
  build({ ...common, target, entryPoints: ["src/js/app.js", "src/js/careers.js"], format: "esm", splitting: true, entryNames: "[name]-[hash]", chunkNames: "chunk-[hash]" }),
  // Runs before the first paint, so it is a plain script of its own.
  build({ ...common, target, entryPoints: ["src/js/boot.js"], format: "iife", entryNames: "[name]-[hash]" }),
  // What a phone's browser runs beside the pages: it is served at an address of its own, without the hash.
  build({ ...common, target, entryPoints: ["src/js/service-worker.js"], format: "iife", entryNames: "[name]-[hash]" }),
  // No target: the browsers above understand what Tabler writes, and lowering would break light-dark().
  build({ ...common, entryPoints: ["src/css/app.css", "src/css/careers.css"], loader: { ".woff2": "file" }, entryNames: "[name]-[hash]", assetNames: "[name]-[hash]" }),
]);

const names = new Map();
for (const { metafile } of builds) {
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint) names.set(basename(output.entryPoint), basename(path));
  }
}
const icons = sprite("src/icons.txt");
names.set("icons.svg", hashed("icons.svg", icons.content));
// The public's pages draw a few: strangers on slow lines do not wait for those of the back office.
names.set("careers.svg", hashed("careers.svg", sprite("src/careers.txt").content));
for (const image of readdirSync("src/img")) names.set(image, hashed(image, readFileSync(join("src/img", image))));

const quote = JSON.stringify;
const files = readdirSync(dist).sort();
let rust = "/// Every file of the bundle, by name.\npub(crate) static FILES: &[Asset] = &[\n";
for (const file of files) {
  const type = types[extname(file)];
  if (!type) throw new Error(`${file}: no content type known; add it to bundle.mjs`);
  const content = readFileSync(join(dist, file));
  let [brotli, gzip] = ["None", "None"];
  if (!file.endsWith(".woff2") && !file.endsWith(".png")) {
    writeFileSync(join(dist, `${file}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
    writeFileSync(join(dist, `${file}.gz`), gzipSync(content, { level: 9 }));
    [brotli, gzip] = ["br", "gz"].map((kind) => `Some(include_bytes!(${quote(join(dist, `${file}.${kind}`))}))`);
  }
  rust += `    Asset { name: ${quote(file)}, bytes: include_bytes!(${quote(join(dist, file))}), brotli: ${brotli}, gzip: ${gzip}, content_type: ${quote(type)} },\n`;
}
rust += "];\n\n/// Hashed address of each entry, by the name that pages use.\npub(crate) static URLS: &[(&str, &str)] = &[\n";
for (const [name, file] of [...names].sort()) rust += `    (${quote(name)}, ${quote(`/assets/${file}`)}),\n`;
rust += `];\n\n/// The icons in the sprite.\npub(crate) static ICONS: &[&str] = &[${icons.names.sort().map(quote).join(", ")}];\n`;

// What documents are written with. Screens have another family: this one has figures of one width, and more alphabets.
rust += "\n/// The fonts of documents, by weight; what the first lacks the next may have.\npub(crate) static FONTS: &[(u16, &[u8])] = &[\n";
for (const weight of [400, 700]) {
  for (const alphabet of ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"]) {
    const name = `noto-sans-${alphabet}-${weight}-normal`;
    writeFileSync(join(dist, `${name}.ttf`), trueType(readFileSync(`node_modules/@fontsource/noto-sans/files/${name}.woff`)));
    rust += `    (${weight}, include_bytes!(${quote(join(dist, `${name}.ttf`))})),\n`;
  }
}
rust += "];\n";
writeFileSync(join(dist, "assets.rs"), rust);
