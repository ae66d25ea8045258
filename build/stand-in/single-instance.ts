import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Told to the first instance by a second one. */
export interface SecondStart {
  argv: string[];
  workingDirectory: string;
}

const pipeOf = (userData: string): string => {
  const name = `stand-in-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

/** One process a profile, as `app.requestSingleInstanceLock`: the second one tells the first how it was started. */
export class SingleInstance {
  /** Settles when the first instance has been told; the second one waits for it before it ends. */
  told: Promise<void> = Promise.resolve();
  private release: () => void = () => {};

  request(userData: string, onSecond: (start: SecondStart) => void): boolean {
    mkdirSync(userData, { recursive: true });
    const file = join(userData, 'stand-in.lock');
    const pipe = pipeOf(userData);
    if (!this.take(file)) {
      this.told = tell(pipe, { argv: process.argv, workingDirectory: process.cwd() });
      return false;
    }
    if (process.platform !== 'win32') rmSync(pipe, { force: true }); // left by a process that was killed
    const server = createServer((socket) => {
      let text = '';
      socket.setEncoding('utf8');
      socket.on('data', (part) => (text += part));
      socket.on('end', () => {
        onSecond(JSON.parse(text) as SecondStart);
        socket.end();
      });
    });
    server.listen(pipe);
    server.unref();
    this.release = () => {
      server.close();
      rmSync(file, { force: true });
    };
    return true;
  }

  free(): void {
    this.release();
  }

  private take(file: string): boolean {
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx' });
        return true;
      } catch {
        if (isAlive(Number(readFileSync(file, 'utf8')))) return false;
        rmSync(file, { force: true });
      }
    }
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const tell = (pipe: string, start: SecondStart): Promise<void> =>
  new Promise((done) => {
    const socket = connect(pipe, () => socket.end(JSON.stringify(start)));
    socket.on('close', () => done());
    socket.on('error', () => done());
    socket.resume();
  });
