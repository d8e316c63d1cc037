/** What a function is busy with at a moment: on whose behalf it acts, and on which document. */
package io.dingledger.platform.acting;
