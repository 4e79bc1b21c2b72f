/** Entry of the Web Worker: everything of tfjs and of the models is loaded here, never by the page. */
import { expose } from 'comlink';
import { Session } from './session.ts';

expose(new Session());
