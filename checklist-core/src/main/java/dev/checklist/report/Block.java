package dev.checklist.report;

import java.util.List;

/**
 * Is a group of things to be told before the list itself.
 *
 * @param heading words and counts of ours
 * @param points in list order; none if the heading says it all
 */
public record Block(String heading, List<Point> points) {}
