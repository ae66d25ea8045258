/**
 * `open-app-db.mjs`: reads the encrypted database of an archive with a package from npm and nothing of ours. Kept as
 * text because it must lie in the archive as it is, from the sources and from the bundle alike.
 */
export const ARCHIVE_SCRIPT = `// Opens app.db of a Wisam backup, read-only. Needs Node.js 22 or later and, in this folder:
//   npm install better-sqlite3-multiple-ciphers
// Then:
//   node open-app-db.mjs                          tables and their rows
//   node open-app-db.mjs "SELECT * FROM letter"   one JSON object a line
//   node open-app-db.mjs --letters FOLDER         every issued letter as a PDF file
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const here = import.meta.dirname;
const load = () => {
  for (const name of ['better-sqlite3-multiple-ciphers', 'better-sqlite3']) {
    try {
      return createRequire(import.meta.url)(name);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  console.error('First run, in this folder: npm install better-sqlite3-multiple-ciphers');
  process.exit(1);
};
const Database = load();
const key = readFileSync(join(here, 'database-key.txt'), 'utf8').trim();
const db = new Database(join(here, 'app.db'), { readonly: true, fileMustExist: true });
db.pragma("cipher = 'sqlcipher'");
db.pragma('legacy = 4');
db.pragma(\`key = "x'\${key}'"\`);

const [first, second] = process.argv.slice(2);
if (first === undefined) {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  for (const table of tables) {
    console.log(\`\${table}: \${db.prepare(\`SELECT count(*) FROM "\${table}"\`).pluck().get()}\`);
  }
} else if (first === '--letters') {
  const folder = second ?? 'letters';
  mkdirSync(folder, { recursive: true });
  const letters = db.prepare(
    'SELECT l.register, l.hijri_year, l.number, p.pdf FROM letter_pdf p JOIN letter l ON l.id = p.letter_id',
  );
  let count = 0;
  for (const { register, hijri_year, number, pdf } of letters.iterate()) {
    writeFileSync(join(folder, \`\${register}-\${hijri_year}-\${number}.pdf\`), pdf);
    count += 1;
  }
  console.log(\`letters: \${count}\`);
} else {
  for (const row of db.prepare(first).iterate()) {
    const plain = Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? value.toString('base64') : value,
    ]);
    console.log(JSON.stringify(Object.fromEntries(plain)));
  }
}
db.close();
`;
