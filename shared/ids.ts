import { z } from 'zod';

/** Row ids: positive integers, branded so that a visit's id is never handed over as a person's. */
const id = <B extends string>() => z.int().positive().brand<B>();

export const staffIdSchema = id<'StaffId'>();
export const partyIdSchema = id<'PartyId'>();
export const visitIdSchema = id<'VisitId'>();
export const inquiryIdSchema = id<'InquiryId'>();
export const contactIdSchema = id<'ContactId'>();
export const requestIdSchema = id<'RequestId'>();
export const letterIdSchema = id<'LetterId'>();
export const draftIdSchema = id<'DraftId'>();

export type StaffId = z.infer<typeof staffIdSchema>;
export type PartyId = z.infer<typeof partyIdSchema>;
export type VisitId = z.infer<typeof visitIdSchema>;
export type InquiryId = z.infer<typeof inquiryIdSchema>;
export type ContactId = z.infer<typeof contactIdSchema>;
export type RequestId = z.infer<typeof requestIdSchema>;
export type LetterId = z.infer<typeof letterIdSchema>;
export type DraftId = z.infer<typeof draftIdSchema>;
