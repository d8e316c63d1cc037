/** The life of a tenant's rule books: who may take which step, and what is in force on a date. */
package io.dingledger.model.rulebook;
