/** Documents written down field by field: for trying rule books, and for other systems. */
package io.dingledger.rules.written;
