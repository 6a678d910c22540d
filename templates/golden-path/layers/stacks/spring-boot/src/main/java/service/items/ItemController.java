package service.items;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/items/{id}")
public class ItemController {

    private static final String ID = "[a-z0-9-]{1,64}";
    private static final String ID_RULE = "id must be 1 to 64 of a-z, 0-9 and -";
    private static final String NAME_RULE = "name must have 1 to 100 characters";

    record NewItem(
            @NotBlank(message = NAME_RULE) @Size(max = 100, message = NAME_RULE)
            String name) {}

    private final ItemStore store;

    ItemController(ItemStore store) {
        this.store = store;
    }

    @GetMapping
    Item get(@PathVariable @Pattern(regexp = ID, message = ID_RULE) String id) {
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    @PutMapping
    Item put(@PathVariable @Pattern(regexp = ID, message = ID_RULE) String id, @RequestBody @Valid NewItem body) {
        Item item = new Item(id, body.name());
        store.put(item);
        return item;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable @Pattern(regexp = ID, message = ID_RULE) String id) {
        if (!store.delete(id)) {
            throw unknown(id);
        }
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no item " + id + ".");
    }
}
