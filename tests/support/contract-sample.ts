import { z } from 'zod';
import { appContract, type ChannelName } from '#shared/ipc/app-contract.ts';

/** A JSON schema, as far as the contract speaks it. */
export interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly items?: Shape;
  readonly minItems?: number;
}

/**
 * An input of a shape that is about the person above: every id is 1, every text is what is searched for. `whole`: with
 * all that may be left out, and nothing null or empty that need not be.
 */
export function sample(shape: Shape, text: string, whole = false): unknown {
  if (shape.type === undefined && Object.keys(shape).every((key) => key.startsWith('$'))) return undefined;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const either = shape.anyOf ?? shape.oneOf ?? shape.allOf;
  if (either !== undefined) {
    const one = either.find(({ type }) => (type === 'null') !== whole) ?? either[0];
    return one === undefined ? undefined : sample(one, text, whole);
  }
  if (shape.type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {})
        .filter(
          ([name, { default: usual }]) =>
            whole || shape.required?.includes(name) === true || typeof usual === 'string',
        )
        .map(([name, field]) => [name, sample(field, text, whole)]),
    );
  if (shape.type === 'array')
    return whole || (shape.minItems ?? 0) > 0 ? [sample(shape.items ?? {}, text, whole)] : [];
  if (shape.type === 'integer' || shape.type === 'number')
    return Math.max(1, Math.min(shape.minimum ?? 1, 1));
  if (shape.type === 'boolean') return true;
  if (shape.type === 'null') return null;
  return text;
}
/** What a channel takes. */
export const shapeOf = (channel: ChannelName): Shape =>
  z.toJSONSchema(appContract[channel].input as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Shape;
