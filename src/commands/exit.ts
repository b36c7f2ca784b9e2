/** One convention: text for people on stderr, data on stdout, exit 0 (well), 1 (something was found or failed), 2 (wrong use). */
export type Exit = 0 | 1 | 2;

/** Wraps a command, which is loaded when it is asked for, so that its exit code is kept. */
export type Runner = <Arguments extends unknown[]>(load: () => Promise<(...given: Arguments) => Promise<Exit | undefined>>) => (...given: Arguments) => Promise<void>;
