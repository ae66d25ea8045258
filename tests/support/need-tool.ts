import type { TestContext } from 'vitest';
import { hasTool, TOOLS } from '../../build/test/debian-tools.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test did not run; the summary of `npm test` names it. */
    notRun?: string;
  }
}

/** Ends a deeper check, by name and with its reason, where Debian's tool for it is not installed. */
export function needTool(context: Pick<TestContext, 'task' | 'skip'>, name: keyof typeof TOOLS): void {
  if (hasTool(name)) return;
  const reason = `Debian's ${TOOLS[name].debianPackage} is not installed`;
  context.task.meta.notRun = reason;
  context.skip(reason);
}
