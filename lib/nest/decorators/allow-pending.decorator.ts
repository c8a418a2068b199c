import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { routeDecorator } from '../rules/route-decorator.js';

/** A task that a user must finish before a session is active. */
export type SessionTask = 'choose-organization' | 'reset-password' | 'setup-mfa' | (string & {});

/**
 * Opens a route or a controller to pending sessions: of users who have a task to finish first, such as choosing an
 * organization. Everywhere else a pending session counts as signed out.
 *
 * A session token says that a session is pending, but not for which task. If tasks are named, the session is fetched from
 * the Backend API, once per request and for pending sessions only.
 *
 * {@link Auth} gives the auth object of the pending session there, with `sessionStatus: 'pending'`. A handler takes
 * precedence over its controller.
 *
 * @param tasks - the tasks; one of them is enough. Without any, every pending session is admitted
 * @throws {@link ClerkConfigurationError} `option_invalid`, when the file is loaded, for anything but names
 *
 * @example
 * ```ts
 * @Post('organizations')
 * @UseGuards(ClerkAuthGuard)
 * @AllowPending('choose-organization')
 * create(@Auth('userId') userId: string, @Body('name') name: string) {
 *   return this.clerk.organizations.createOrganization({ name, createdBy: userId });
 * }
 * ```
 *
 * @see https://clerk.com/docs/guides/configure/session-tasks
 */
export const AllowPending = (...tasks: readonly SessionTask[]): ClassDecorator & MethodDecorator => {
  if (!(tasks as readonly unknown[]).every(task => typeof task === 'string' && task !== '')) {
    throw new ClerkConfigurationError(
      'option_invalid',
      "@AllowPending() takes names of session tasks, such as 'choose-organization', or nothing for every task.",
    );
  }
  return routeDecorator('pendingTasks', () => tasks);
};
