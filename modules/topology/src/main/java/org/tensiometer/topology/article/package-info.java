/**
 * The stage of the topology that sees all claims of an article: codes them, judges their times, and
 * keeps what the article's newest revision contributes.
 */
package org.tensiometer.topology.article;
