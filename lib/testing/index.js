// The door `nest-clerk/testing`: what it exports is public, everything else in this folder is not.
export { LocalClerk } from './local-clerk.js';
