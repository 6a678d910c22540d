package service.items;

/** What is stored: a name under an id. */
public record Item(String id, String name) {}
