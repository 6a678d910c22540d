package service.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Reads environment variables and collects a sentence for each that cannot be used. An empty value counts as unset. */
class Variables {

    private final UnaryOperator<String> lookup;
    private final List<String> sentences = new ArrayList<>();

    Variables(UnaryOperator<String> lookup) {
        this.lookup = lookup;
    }

    String text(String name, String fallback) {
        String value = lookup.apply(name);
        return value == null || value.isBlank() ? fallback : value.strip();
    }

    String required(String name, String meaning) {
        String value = text(name, "");
        if (value.isEmpty()) {
            sentences.add(name + " is not set: it must be " + meaning + ".");
        }
        return value;
    }

    int integer(String name, int fallback, int least, int most) {
        return (int) number(name, fallback, least, most, "a whole number", Integer::parseInt);
    }

    double ratio(String name) {
        return number(name, 0, 0, 1, "a number", Double::parseDouble);
    }

    boolean flag(String name) {
        return oneOf(name, "false", List.of("true", "false")).equals("true");
    }

    String oneOf(String name, String fallback, List<String> allowed) {
        String value = text(name, fallback).toLowerCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            sentences.add(name + " is \"" + value + "\": it must be one of " + String.join(", ", allowed) + ".");
            return fallback;
        }
        return value;
    }

    /** The value is not repeated: an address may hold a password. */
    String address(String name, String value, List<String> schemes) {
        if (value.isEmpty()) {
            return value;
        }
        try {
            URI address = URI.create(value);
            if (schemes.contains(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null) {
                return value;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // told below
        }
        sentences.add(name + " is no address that can be used: it must begin with " + schemes.get(0)
                + ":// and a host, without user and password.");
        return value;
    }

    void refuseWhatIsWrong() {
        if (!sentences.isEmpty()) {
            throw new WrongSettings(sentences);
        }
    }

    private double number(String name, double fallback, double least, double most, String kind, Parser parser) {
        String value = text(name, "");
        if (value.isEmpty()) {
            return fallback;
        }
        try {
            double number = parser.parse(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        sentences.add("%s is \"%s\": it must be %s from %.0f to %.0f.".formatted(name, value, kind, least, most));
        return fallback;
    }

    private interface Parser {
        double parse(String text);
    }
}
