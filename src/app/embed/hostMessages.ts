/**
 * What an embedded lab and the page around it say to each other, by `postMessage`.
 *
 * Requests: `{ svaeLab: 1, id, method, arguments }` with the methods of `window.svaeLab`;
 * `{ svaeLab: 1, id, theme }`; `{ svaeLab: 1, id, subscribe }` with the events wanted. Each is answered
 * by `{ svaeLab: 1, id, result }` or `{ svaeLab: 1, id, error }`, a sentence. Events are
 * `{ svaeLab: 1, event, … }`.
 */
import { inWords, suggestion } from '../../settings/words.ts';

export const MESSAGE_VERSION = 1;

/** Events that are sent only when they are asked for. */
export const SUBSCRIBED_EVENTS = ['step', 'snapshot'] as const;

export type SubscribedEvent = (typeof SUBSCRIBED_EVENTS)[number];

/** What requests come to. */
export interface HostRequests {
  /** Methods of the scripting handle, by name. */
  readonly methods: Readonly<Record<string, unknown>>;
  /** When the lab is open, or has failed to open: calls wait for it. */
  readonly opened: Promise<unknown>;
  setTheme(theme: unknown): void;
  /** Replaces the events subscribed to before. */
  subscribe(events: readonly SubscribedEvent[]): void;
}

/** The answer to a message; null for messages of others, which the page around may send as well. */
export async function answerTo(data: unknown, requests: HostRequests): Promise<object | null> {
  if (typeof data !== 'object' || data === null || !('svaeLab' in data)) return null;
  const { id = null } = data as { readonly id?: unknown };
  const head = { svaeLab: MESSAGE_VERSION, id };
  try {
    return { ...head, result: (await resultOf(data, requests)) ?? null };
  } catch (error) {
    return { ...head, error: error instanceof Error ? error.message : String(error) };
  }
}

interface Message {
  readonly svaeLab: unknown;
  readonly id?: unknown;
  readonly method?: unknown;
  readonly arguments?: unknown;
  readonly theme?: unknown;
  readonly subscribe?: unknown;
}

async function resultOf(data: object, requests: HostRequests): Promise<unknown> {
  const message = data as Message;
  if (message.svaeLab !== MESSAGE_VERSION) {
    throw new Error(`"svaeLab" is ${inWords(message.svaeLab)}; expected ${MESSAGE_VERSION}.`);
  }
  if (typeof message.id !== 'string' && typeof message.id !== 'number') {
    throw new Error(`"id" is ${inWords(message.id)}; expected a number or a text.`);
  }
  if ('theme' in message) return requests.setTheme(message.theme);
  if ('subscribe' in message) return requests.subscribe(eventsIn(message.subscribe));
  if (!('method' in message)) {
    throw new Error(
      'A message has a "method", a "theme" or "subscribe"; this one has none of them.',
    );
  }
  const { method, arguments: args = [] } = message;
  const names = Object.keys(requests.methods);
  if (typeof method !== 'string' || !Object.hasOwn(requests.methods, method)) {
    throw new Error(`There is no method ${inWords(method)}. ${suggestion(String(method), names)}`);
  }
  if (!Array.isArray(args)) {
    throw new Error(`"arguments" is ${inWords(args)}; expected a list.`);
  }
  await requests.opened;
  return (requests.methods[method] as (...args: readonly unknown[]) => unknown)(...args);
}

function eventsIn(wanted: unknown): readonly SubscribedEvent[] {
  if (!Array.isArray(wanted)) {
    throw new Error(`"subscribe" is ${inWords(wanted)}; expected a list of events.`);
  }
  return wanted.map((name) => {
    const known = SUBSCRIBED_EVENTS.find((event) => event === name);
    if (known) return known;
    throw new Error(
      `There is no event ${inWords(name)}. ${suggestion(String(name), SUBSCRIBED_EVENTS)}`,
    );
  });
}
