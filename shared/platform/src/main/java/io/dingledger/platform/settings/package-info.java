/**
 * The times by which work is given out, watched and taken back, each with its name and its reason,
 * and the rules by which they must fit each other.
 */
package io.dingledger.platform.settings;
