package org.witan.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Which postcode lies in which ward, as the coordinator loaded it, so that wards are compared by their codes.
@Component
public class Wards {
    private final Witnessing witnessing;
    private final JdbcClient database;

    Wards(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// A ward with how many postcodes of it are known.
    public record Ward(String code, String name, long postcodes) {}

    /// Wards that are known, by their names.
    public List<Ward> list(Viewer viewer) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.LIST, "ward"),
                _ -> database.sql("""
                                select w.code, w.name, count(p.postcode) as postcodes
                                from support.ward w left join support.ward_of_postcode p on p.ward = w.code
                                group by w.code, w.name order by w.name, w.code
                                """).query(Ward.class).list());
    }

    /// Loads postcodes with their wards; what is known already gets what the file says.
    ///
    /// @return how many postcodes
    /// @throws Absent for anybody but a coordinator
    public int load(Viewer viewer, PostcodeFile.Read read) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.CHANGE, "ward")
                        .with("postcodes", String.valueOf(read.wards().size())),
                _ -> Absent.whereRefused(() -> keep(read)));
    }

    private int keep(PostcodeFile.Read read) {
        Map<String, String> names = new TreeMap<>(read.names());
        Map<String, String> wards = read.wards();
        return database.sql("""
                        select support.load_wards(cast(:codes as text[]), cast(:names as text[]), cast(:postcodes as text[]),
                            cast(:wards as text[]))
                        """)
                .param("codes", names.keySet().toArray(String[]::new))
                .param("names", names.values().toArray(String[]::new))
                .param("postcodes", wards.keySet().toArray(String[]::new))
                .param("wards", wards.values().toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
