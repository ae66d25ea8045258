import { z } from 'zod';

/** Row ids: positive integers, branded so that a visit's id is never handed over as a person's. */
const id = z.int().positive();

export const staffIdSchema = id.brand<'StaffId'>();
export const partyIdSchema = id.brand<'PartyId'>();
export const visitIdSchema = id.brand<'VisitId'>();
export const inquiryIdSchema = id.brand<'InquiryId'>();
export const contactIdSchema = id.brand<'ContactId'>();
export const requestIdSchema = id.brand<'RequestId'>();
export const letterIdSchema = id.brand<'LetterId'>();
export const draftIdSchema = id.brand<'DraftId'>();
export const incomingIdSchema = id.brand<'IncomingId'>();
export const templateIdSchema = id.brand<'TemplateId'>();
export const batchIdSchema = id.brand<'BatchId'>();
export const printJobIdSchema = id.brand<'PrintJobId'>();
export const deliveryIdSchema = id.brand<'DeliveryId'>();

export type StaffId = z.infer<typeof staffIdSchema>;
export type PartyId = z.infer<typeof partyIdSchema>;
export type VisitId = z.infer<typeof visitIdSchema>;
export type InquiryId = z.infer<typeof inquiryIdSchema>;
export type ContactId = z.infer<typeof contactIdSchema>;
export type RequestId = z.infer<typeof requestIdSchema>;
export type LetterId = z.infer<typeof letterIdSchema>;
export type DraftId = z.infer<typeof draftIdSchema>;
export type IncomingId = z.infer<typeof incomingIdSchema>;
export type TemplateId = z.infer<typeof templateIdSchema>;
export type BatchId = z.infer<typeof batchIdSchema>;
export type PrintJobId = z.infer<typeof printJobIdSchema>;
export type DeliveryId = z.infer<typeof deliveryIdSchema>;
