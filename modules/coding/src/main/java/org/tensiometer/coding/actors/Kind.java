package org.tensiometer.coding.actors;

/** What a name stands for. */
public enum Kind {
  NAME,
  DEMONYM,
  CAPITAL,
  SEAT,
  INSTITUTION,
  ORGANISATION,
  GROUP,
  REGION,
  PLACE,
  PERSON,
  AGENT,
  NONE;

  /** Whether a phrase with this name as its head is a party in its own right. */
  boolean isOwnName() {
    return this != DEMONYM && this != AGENT && this != NONE;
  }
}
