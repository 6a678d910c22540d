package service.items;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ItemStore {

    private static final String PUT = """
            insert into items (id, name) values (:id, :name)
            on conflict (id) do update set name = excluded.name, changed_at = now()
            """;

    private final JdbcClient database;

    ItemStore(JdbcClient database) {
        this.database = database;
    }

    public Optional<Item> find(String id) {
        return database.sql("select id, name from items where id = :id")
                .param("id", id)
                .query(Item.class)
                .optional();
    }

    /** Stores the item, in the place of the one that has its id, if any. */
    public void put(Item item) {
        database.sql(PUT).param("id", item.id()).param("name", item.name()).update();
    }

    /** Whether there was one. */
    public boolean delete(String id) {
        return database.sql("delete from items where id = :id").param("id", id).update() > 0;
    }
}
