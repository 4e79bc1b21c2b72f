import { notices } from '../../ui/notices.ts';
import { labRunner } from '../labRunner.ts';
import { linkAt } from '../scriptingHandle.ts';

const ID = 'share';

/** Copies the address of the present state and says so, with whatever it could not carry. */
export async function share(): Promise<void> {
  const { href, missing } = linkAt(labRunner().controller.run.getState().step);
  try {
    await navigator.clipboard.writeText(href);
    notices.info({ id: ID, text: `The link to this state is copied. ${missing}` });
  } catch {
    // Clipboards are refused to pages without focus or permission: show it to copy by hand.
    notices.problem({ id: ID, title: 'Copy this link', text: `${href} ${missing}` });
  }
}
