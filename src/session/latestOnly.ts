/**
 * Returns a sender that never has two things under way, and of those that pile up keeps the last. Its
 * promise settles as the sending of that one did.
 */
export function createLatestOnly<Item, Answer>(
  send: (item: Item) => Promise<Answer>,
): (item: Item) => Promise<Answer> {
  interface Waiting {
    item: Item;
    readonly answer: Promise<Answer>;
    readonly settle: (answer: Promise<Answer>) => void;
  }
  let waiting: Waiting | null = null;
  let isBusy = false;

  const wait = (item: Item): Waiting => {
    let settle: Waiting['settle'] = () => undefined;
    const answer = new Promise<Answer>((resolve) => {
      settle = resolve;
    });
    // Callers that await it see the rejection; this keeps it from being reported as unhandled.
    answer.catch(() => undefined);
    return { item, answer, settle };
  };

  const sendAll = async (): Promise<void> => {
    isBusy = true;
    while (waiting) {
      const { item, answer, settle } = waiting;
      waiting = null;
      settle(send(item));
      await answer.catch(() => undefined);
    }
    isBusy = false;
  };

  return (item) => {
    if (waiting) waiting.item = item;
    else waiting = wait(item);
    const { answer } = waiting;
    if (!isBusy) void sendAll();
    return answer;
  };
}
