import { answerJob } from '../threads/answer-job.ts';
import { prepareOffice } from './prepare-office.ts';

/** A thread of its own: a million names take minutes, and the window that says so must be drawn meanwhile. */
void answerJob(prepareOffice);
