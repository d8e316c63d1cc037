/**
 * With whose permissions table and keys are called: the function's own, or those for one tenant.
 */
package io.dingledger.platform.access;
