/** An application, from its creation until it has closed. */
export class ApplicationLifetime {
  hasEnded = false;

  /** Aborts the calls that are for this application only. */
  end(): void {
    this.hasEnded = true;
    for (const { applications, controller } of open) {
      const isForThis = applications.has(this);
      if (isForThis && [...applications].every(({ hasEnded }) => hasEnded)) {
        controller.abort(new ApplicationClosedError());
      }
    }
  }
}

/** The lifetime of an application that does not tell when it closes, such as one with `clerkMiddleware()`. */
export const LIFETIME_OF_PROCESS = new ApplicationLifetime();

/** The reason why a call was aborted. */
export class ApplicationClosedError extends Error {
  constructor() {
    super('The application was closed.');
    this.name = 'ApplicationClosedError';
  }
}

interface OpenCall {
  readonly applications: ReadonlySet<ApplicationLifetime>;
  readonly controller: AbortController;
}

/** All open calls of the process. Not one set per instance, because an application does not keep its instances. */
const open = new Set<OpenCall>();

/**
 * The calls to the Backend API of one instance, which several applications of a process can share. They end when the last of
 * these applications has closed: nothing waits for the refresh of a key set in the background, or for the verification of a
 * token whose sender has closed the connection.
 */
export class OpenCalls {
  readonly #applications = new Set<ApplicationLifetime>();

  usedBy(application: ApplicationLifetime): void {
    for (const other of this.#applications) if (other.hasEnded) this.#applications.delete(other);
    this.#applications.add(application);
  }

  /** @param call - ends when its signal aborts */
  async run<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const entry = { applications: this.#applications, controller: new AbortController() };
    open.add(entry);
    try {
      return await call(entry.controller.signal);
    } finally {
      open.delete(entry);
    }
  }
}
