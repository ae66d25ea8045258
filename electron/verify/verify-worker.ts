import { answerJob } from '../threads/answer-job.ts';
import type { Verification } from './verify-database.ts';
import { verifyFile } from './verify-file.ts';
import type { VerifyJob } from './verify-folder.ts';

/** Checking a large database keeps a core busy for seconds: in a thread, so that the process still hears its signals. */
void answerJob(({ file, key }: VerifyJob): Verification => verifyFile(file, Buffer.from(key)));
