import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** Hashing of passwords, off the main thread. */
export interface Passwords {
  /** PHC string of argon2id. */
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (phc: string, password: string) => Promise<boolean>;
}

/** 64 MiB and three passes, 74 ms: `crypto.argon2` is missing in Electron. Tests hand in less. */
export const createPasswords = (
  cost: { readonly memoryKiB: number; readonly passes: number } = { memoryKiB: 65_536, passes: 3 },
): Passwords => ({
  hash: (password) =>
    hash(normalised(password), {
      // Algorithm.Argon2id: the package's const enum has no value at run time under type stripping.
      algorithm: 2 satisfies Algorithm.Argon2id,
      memoryCost: cost.memoryKiB,
      timeCost: cost.passes,
      parallelism: 1,
    }),
  verify: (phc, password) => verify(phc, normalised(password)),
});

/** One password however the keyboard composes it: a hamza can arrive as one character or as two. */
const normalised = (password: string): string => password.normalize('NFC');
