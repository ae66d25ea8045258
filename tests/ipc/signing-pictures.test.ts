import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { LetterId, StaffId } from '#shared/ids.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { setOfficeImage } from '#db/files/office-images.ts';
import { updateProfile } from '#db/organisation/organisation-rows.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, type TestDesk } from '../support/office.ts';
import { bigPdf, tinyPng } from '../support/sample-files.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const put = async (name: string, bytes: Uint8Array): Promise<FileRef> => {
  const kept = await desk.call('files.put', { name, bytes: new Uint8Array(bytes) });
  return { sha256: kept.sha256, name: kept.name };
};

describe('the pictures of signature and stamp', () => {
  const SARA = 1 as StaffId;
  const picture = async (kind: 'signature' | 'stamp' | 'logo', bytes = tinyPng()): Promise<string> => {
    const { sha256 } = await put(`${kind}.png`, bytes);
    desk.office().db.write((tx) => {
      tx.unaudited();
      const staffId = kind === 'signature' ? SARA : null;
      setOfficeImage(tx, { kind, staffId, sha256, widthPx: 40, heightPx: 20 }, SARA, desk.clock.nowMs());
    });
    return sha256;
  };
  const draftBySara = async (): Promise<LetterId> => {
    const content = letterContent();
    const signatory = { ...content.signatory, staffId: SARA };
    return (await desk.call('letters.create', { content: { ...content, signatory } })).id;
  };
  const both = { signature: true, stamp: true };
  /** Sara sits at the desk first. */
  const approvedBySara = async (): Promise<LetterId> => {
    const id = await draftBySara();
    expect(await desk.call('letters.approve', { id })).toMatchObject({ approvedBy: SARA });
    return id;
  };

  it('are put on by who holds the right, and the letter counts as signed', async () => {
    const id = await approvedBySara();
    desk.become('المفوَّض', ['manager'], ['approveLetters', 'issueLetters', 'useSigningPictures']);
    const signature = await picture('signature', tinyPng(41));
    const stamp = await picture('stamp', tinyPng(42));
    const letter = await desk.call('letters.issue', { id, pictures: both });
    expect(letter).toMatchObject({ signed: true, signings: [{ kind: 'pictures', file: null }] });
    const { pdf } = await desk.call('letters.pdf', { id: letter.id });
    expect(pageText(pdf)).toContain(JSON.stringify({ signature, stamp }));
    expect(await codeOf(() => desk.call('letters.withdrawSigning', { id: letter.id }))).toBe('notFound');
    expect(verifyDatabase(desk.office().db).fault).toBeNull();
    // They belong to what is sealed: another picture is another letter.
    expect(await desk.call('letters.verifyCode', { code: letter.code! })).toMatchObject({
      outcome: 'genuine',
    });
  });

  it('are refused to anybody else, and a picture that is missing numbers nothing', async () => {
    const id = await draftBySara();
    desk.become('مسؤول الصادر', ['receptionist'], ['approveLetters', 'issueLetters']);
    expect(await codeOf(() => desk.call('letters.issue', { id, pictures: both }))).toBe('notAllowed');
    desk.become('المفوَّض', ['manager'], ['approveLetters', 'issueLetters', 'useSigningPictures']);
    await expect(desk.call('letters.issue', { id, pictures: both })).rejects.toMatchObject({
      code: 'signingPictureMissing',
      details: { picture: 'signature' },
    });
    await picture('signature');
    await expect(desk.call('letters.issue', { id, pictures: both })).rejects.toMatchObject({
      details: { picture: 'stamp' },
    });
    const unknown = (await desk.call('letters.create', { content: letterContent() })).id;
    expect(
      await codeOf(() =>
        desk.call('letters.issue', { id: unknown, pictures: { signature: true, stamp: false } }),
      ),
    ).toBe('signingPictureMissing');
    expect(await desk.call('letters.issue', { id })).toMatchObject({
      referenceNumber: '127/ص/1448',
      signed: false,
    });
  });

  it('an attachment that vanished numbers nothing', async () => {
    const file = await put('كشف.pdf', bigPdf(2_000_000));
    const content = letterContent();
    const item = { unit: 'file' as const, count: 1, what: 'كشف الأسر', file };
    const { id } = await desk.call('letters.create', {
      content: { ...content, attachments: { kind: 'list', items: [item] } },
    });
    rmSync(join(desk.dataFolder, 'files'), { recursive: true });
    await expect(desk.call('letters.issue', { id })).rejects.toMatchObject({
      code: 'fileVanished',
      details: { name: 'كشف.pdf' },
    });
    expect(await desk.call('letters.get', { id })).toMatchObject({ state: 'draft', referenceNumber: null });
    await put('كشف.pdf', bigPdf(2_000_000));
    expect((await desk.call('letters.issue', { id })).referenceNumber).toBe('127/ص/1448');
  });

  it('a signature stands under nothing that its owner has not approved', async () => {
    await picture('signature');
    await picture('stamp');
    const [draft, proof, other, own] = [
      await draftBySara(),
      await draftBySara(),
      await draftBySara(),
      await approvedBySara(),
    ];
    await desk.call('letters.submit', { id: proof });
    desk.become('المفوَّض', ['manager'], ['approveLetters', 'issueLetters', 'useSigningPictures']);
    await desk.call('letters.approve', { id: other });
    for (const id of [draft, proof, other]) {
      await expect(desk.call('letters.issue', { id, pictures: both })).rejects.toMatchObject({
        code: 'signatureNotApproved',
        details: { name: letterContent().signatory.name },
      });
      expect(await desk.call('letters.get', { id })).toMatchObject({ referenceNumber: null });
    }
    // What she did not approve is signed with a pen; the office's stamp is nobody's own.
    const pen = await desk.call('letters.issue', { id: other, pictures: { signature: false, stamp: true } });
    expect(pen).toMatchObject({ referenceNumber: '127/ص/1448', signed: false });
    expect(await desk.call('letters.issue', { id: own, pictures: both })).toMatchObject({ signed: true });
  });

  it('who approves and issues in one act signs with their own picture, and an edit takes an approval back', async () => {
    await picture('signature');
    const me = desk.app.session.current()!.staff;
    desk.app.session.open({ ...me, rights: ['approveLetters', 'issueLetters', 'useSigningPictures'] });
    const pictures = { signature: true, stamp: false };
    const id = await draftBySara();
    expect(await desk.call('letters.issue', { id, pictures })).toMatchObject({
      signed: true,
      approvedBy: SARA,
    });
    const edited = await approvedBySara();
    const { version, content } = await desk.call('letters.get', { id: edited });
    await desk.call('letters.save', { id: edited, version, content: { ...content, subject: 'غيره' } });
    expect(await desk.call('letters.get', { id: edited })).toMatchObject({ approvedBy: null });
    desk.become('المفوَّض', ['manager'], ['approveLetters', 'issueLetters', 'useSigningPictures']);
    expect(await codeOf(() => desk.call('letters.issue', { id: edited, pictures }))).toBe(
      'signatureNotApproved',
    );
  });

  it('nothing that is changed later changes a byte of what was issued', async () => {
    const approved = await approvedBySara();
    desk.become('المفوَّض', ['manager'], ['approveLetters', 'issueLetters', 'useSigningPictures']);
    await picture('logo', tinyPng(50));
    await picture('signature', tinyPng(51));
    const { id } = await desk.call('letters.issue', {
      id: approved,
      pictures: { signature: true, stamp: false },
    });
    const before = Buffer.from((await desk.call('letters.pdf', { id })).pdf);
    await picture('logo', tinyPng(60));
    await picture('signature', tinyPng(61));
    desk.office().db.write((tx) => {
      tx.unaudited();
      const letters = { ...FIRST_RUN_PROFILE.letters, greeting: 'تحية طيبة', closing: 'مع التقدير' };
      updateProfile(tx, { ...FIRST_RUN_PROFILE, name: 'جمعية باسم آخر', letters }, desk.clock.nowMs());
    });
    desk.clock.advance(700 * 86_400_000);
    expect(Buffer.from((await desk.call('letters.pdf', { id })).pdf).equals(before)).toBe(true);
    expect(verifyDatabase(desk.office().db).fault).toBeNull();
    // The draft that is set now does bear the new head: the change was a real one.
    const proof = await desk.call('letters.preview', { content: letterContent() });
    expect(pageText(proof.pdf)).toContain('جمعية باسم آخر');
    expect(pageText(before)).not.toContain('جمعية باسم آخر');
  });
});

/** The text that the tiny renderer put into its page. */
const pageText = (pdf: Uint8Array): string => {
  const hex = /<feff([0-9a-f]*)>/u.exec(Buffer.from(pdf).toString('latin1'))![1]!;
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
};
