// Loaded before a program (`--import`): kills it with SIGKILL just before its Nth act that changes a folder or a file's
// durability, N from the environment. The file system stays the real one: this only decides when the process dies.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const last = Number(process.env.KILL_BEFORE_ACT ?? Infinity);
let acts = 0;
for (const name of ['renameSync', 'rmSync', 'mkdirSync', 'fsyncSync', 'rmdirSync']) {
  const act = fs[name];
  fs[name] = (...words) => {
    acts += 1;
    if (acts >= last) process.kill(process.pid, 'SIGKILL');
    return act(...words);
  };
}
syncBuiltinESMExports();
