package io.tallybook.intake;

/**
 * Why a cell cannot be taken.
 *
 * @param code  problem code
 * @param expected  what was expected
 * @param remedy  what to do
 */
record BadValue(String code, String expected, String remedy) {}
