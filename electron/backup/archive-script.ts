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
//   node open-app-db.mjs --files FOLDER           every scan and attachment, decrypted
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
} else if (first === '--files') {
  const folder = second ?? 'kept-files';
  mkdirSync(folder, { recursive: true });
  // files/<sha256>: 1 version byte, 12 bytes nonce, AES-256-GCM ciphertext, 16 bytes tag; authenticated with them the
  // version byte and the 32 bytes of the address. The key is HKDF-SHA256 of the database key.
  const fileKey = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', 'wisam files v1', 32));
  const decrypt = (stored, sha256) => {
    if (stored[0] !== 1) throw new Error('unknown version');
    const decipher = createDecipheriv('aes-256-gcm', fileKey, stored.subarray(1, 13));
    decipher.setAAD(Buffer.concat([Buffer.of(1), Buffer.from(sha256, 'hex')]));
    decipher.setAuthTag(stored.subarray(stored.length - 16));
    return Buffer.concat([decipher.update(stored.subarray(13, stored.length - 16)), decipher.final()]);
  };
  const ending = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg', 'text/plain': 'txt' };
  const names = new Map(
    db.prepare('SELECT sha256, name FROM attachment ORDER BY id').all().map((row) => [row.sha256, row.name]),
  );
  let count = 0;
  const files = db.prepare('SELECT sha256, media_type, content FROM stored_file ORDER BY sha256');
  for (const { sha256, media_type, content } of files.iterate()) {
    const path = join(here, 'files', sha256);
    if (content === null && !existsSync(path)) {
      console.error(\`not in this archive: \${sha256}\`);
      continue;
    }
    let bytes;
    try {
      bytes = content ?? decrypt(readFileSync(path), sha256);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error('another content');
    } catch (error) {
      console.error(\`damaged: \${sha256}: \${error.message}\`);
      continue;
    }
    const said = /\\.[A-Za-z0-9]{1,8}$/.exec(names.get(sha256) ?? '')?.[0];
    const end = ending[media_type] === undefined ? (said ?? '.bin') : \`.\${ending[media_type]}\`;
    writeFileSync(join(folder, sha256 + end), bytes);
    count += 1;
  }
  console.log(\`files: \${count}\`);
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
