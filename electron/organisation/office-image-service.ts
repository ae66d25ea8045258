import { AppError } from '#shared/app-error.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { StaffId } from '#shared/ids.ts';
import {
  MOST_IMAGE_BYTES,
  MOST_IMAGE_PIXELS,
  type OfficeImage,
  type OfficeImageKind,
} from '#shared/organisation/office-images.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { Staff } from '#shared/staff/staff.ts';
import {
  findOfficeImage,
  listOfficeImages,
  removeOfficeImage,
  setOfficeImage,
} from '#db/files/office-images.ts';
import type { Database } from '#db/open-database.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import { findStaff } from '#db/staff/staff-queries.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireBrought, requireMayOpen } from '../files/file-access.ts';
import type { FileStore } from '../files/file-store.ts';
import { readPicture } from '../files/read-picture.ts';
import type { Clock } from '../ports/clock.ts';

interface OfficeImagePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly fileStore: FileStore;
  /** Sets an empty sheet with a picture in the logo's place. Error: pictureUnreadable. */
  readonly renderHead: (profile: OrganisationProfile, logo: Uint8Array) => Promise<unknown>;
}

export type OfficeImageService = ReturnType<typeof createOfficeImageService>;

export interface OfficeImagePlace {
  readonly kind: OfficeImageKind;
  readonly staffId: StaffId | null;
}

/** الشعار والختم والتواقيع: what stands on paper as pictures, and who may put it there. */
export function createOfficeImageService({ db, clock, fileStore, renderHead }: OfficeImagePorts) {
  /** @throws AppError notAllowed, notFound */
  function requireMaySet({ kind, staffId }: OfficeImagePlace, staff: Staff): void {
    const administrator = staff.roles.includes('administrator');
    const allowed =
      kind === 'signature'
        ? administrator || staffId === staff.id
        : administrator || staff.roles.includes('manager');
    if (!allowed) throw new AppError('notAllowed', { kind });
    if (staffId !== null && findStaff(db, staffId) === undefined)
      throw new AppError('notFound', { kind: 'staff', id: staffId });
  }

  /**
   * Small enough for a letterhead, whole, and set once on a page: what passes here prints on a letter.
   * @throws AppError as `officeImages.set` of the contract
   */
  async function requirePicture(
    kind: OfficeImageKind,
    { sha256, name }: FileRef,
    staff: Staff,
  ): Promise<{ widthPx: number; heightPx: number }> {
    const found = fileStore.find(sha256);
    if (found === undefined) throw new AppError('fileVanished', { name });
    // Whoever looks at the letterhead looks at its logo: what hangs on a case does not get there by its digest.
    requireMayOpen(db, sha256, staff);
    requireBrought(db, sha256, staff, fileStore.wasBroughtBy(sha256, staff.id));
    if (found.mediaType !== 'image/png' && found.mediaType !== 'image/jpeg')
      throw new AppError('imageUnreadable', { name });
    if (found.sizeBytes > MOST_IMAGE_BYTES)
      throw new AppError('fileTooLarge', { name, maxMb: MOST_IMAGE_BYTES / (1024 * 1024) });
    const bytes = fileStore.read(sha256, name);
    const facts = readPicture(Buffer.from(bytes.buffer));
    if (facts === null) throw new AppError('imageUnreadable', { name });
    if (facts.widthPx * facts.heightPx > MOST_IMAGE_PIXELS)
      throw new AppError('imageTooLarge', { name, maxMegapixels: MOST_IMAGE_PIXELS / 1_000_000 });
    try {
      await renderHead(getProfile(db), bytes);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      throw new AppError('pictureUnreadable', { picture: kind, context: kind }, { cause: error });
    }
    return facts;
  }

  return {
    list: (): OfficeImage[] => listOfficeImages(db),

    async set(place: OfficeImagePlace, file: FileRef, staff: Staff): Promise<OfficeImage[]> {
      requireMaySet(place, staff);
      const { widthPx, heightPx } = await requirePicture(place.kind, file, staff);
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const { kind, staffId } = place;
        setOfficeImage(tx, { kind, staffId, sha256: file.sha256, widthPx, heightPx }, staff.id, nowMs);
        tx.audit(
          auditEntry(
            actorOf(staff),
            nowMs,
            'officeImage.set',
            { kind: 'officeImage', id: staffId },
            {
              kind,
              sha256: file.sha256,
            },
          ),
        );
        return listOfficeImages(tx);
      });
    },

    remove(place: OfficeImagePlace, staff: Staff): OfficeImage[] {
      requireMaySet(place, staff);
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const { kind, staffId } = place;
        if (!removeOfficeImage(tx, kind, staffId, nowMs))
          throw new AppError('notFound', { kind: 'officeImage' });
        tx.audit(
          auditEntry(
            actorOf(staff),
            nowMs,
            'officeImage.removed',
            { kind: 'officeImage', id: staffId },
            { kind },
          ),
        );
        return listOfficeImages(tx);
      });
    },

    /** The logo's bytes for a preview; null without one. What vanished is told where a letter needs it. */
    logo(): Uint8Array | null {
      const logo = findOfficeImage(db, 'logo');
      if (logo === undefined) return null;
      try {
        return fileStore.read(logo.sha256);
      } catch (error) {
        if (error instanceof AppError && error.code === 'fileVanished') return null;
        throw error;
      }
    },
  };
}
