package service.settings;

import java.util.List;

/** What is wrong with the environment: one sentence for each variable. */
public class WrongSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    WrongSettings(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }
}
