import type { papersContract } from '#shared/papers/papers-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { ownBytes } from '../ports/own-bytes.ts';
import type { PaperService } from './paper-service.ts';

export const paperHandlers = (papers: () => PaperService): Handlers<typeof papersContract> => ({
  'papers.make': async (request, { signedIn }) => {
    const made = await papers().make(request, signedIn().staff);
    return { ...made, pdf: ownBytes(made.pdf) };
  },
  'papers.print': (input, { signedIn }) => papers().print(input, signedIn().staff),
  'papers.save': ({ token }, { signedIn }) => papers().save(token, signedIn().staff),
});
