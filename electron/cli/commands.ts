import { auditSampleCommand } from './audit-sample-command.ts';
import { backupCommand } from './backup-command.ts';
import type { Command } from './command.ts';
import { demoCommand } from './demo-command.ts';
import { explainRequestCommand } from './explain-request-command.ts';
import { letterCommand } from './letter-command.ts';
import { restoreCommand } from './restore-command.ts';
import { verifyBackupCommand } from './verify-backup-command.ts';
import { verifyCommand } from './verify-command.ts';
import { verifyLetterCommand } from './verify-letter-command.ts';

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [
  demoCommand,
  letterCommand,
  verifyCommand,
  verifyLetterCommand,
  explainRequestCommand,
  auditSampleCommand,
  backupCommand,
  verifyBackupCommand,
  restoreCommand,
];
