import type { organisationContract } from '#shared/organisation/organisation-contract.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { ownBytes } from '../ports/own-bytes.ts';
import type { OrganisationService } from './organisation-service.ts';

/** An empty sheet on the letterhead of a profile that may not be saved yet. */
export type RenderHeadPreview = (
  profile: OrganisationProfile,
  logo?: Uint8Array | null,
) => Promise<{ readonly pdf: Uint8Array }>;

/** The preview needs no office: first run shows it too. */
export const organisationHandlers = (
  service: () => OrganisationService,
  renderHeadPreview: RenderHeadPreview,
  /** The office's logo; null without an office or without one. */
  logo: () => Uint8Array | null,
): Handlers<typeof organisationContract> => ({
  'organisation.get': () => service().getProfile(),
  'organisation.update': (profile, { signedIn }) =>
    service().updateProfile(profile, actorOf(signedIn().staff)),
  'organisation.previewHead': async (profile) => ownBytes((await renderHeadPreview(profile, logo())).pdf),
});
