import type { ReactiveControllerHost } from 'lit';

/** The element a controller serves: what it needs of a LitElement, and no more. */
export type ControllerHost = Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'> & Element;
