using System.Collections.Frozen;

namespace OutlookAssist.Language;

/// <summary>Everyday words that mean the same, across the languages the product speaks itself: a customer writes "money back", the policy says "reimbursement".</summary>
internal static class Concepts
{
    private static readonly string[] Languages = ["en", "de", "fr", "es"];

    // One concept a line: English | German | French | Spanish. Only words that hardly ever mean anything else.
    private const string Table = """
        refund refunds reimburse reimbursement repay | Erstattung erstatten erstattet Rückerstattung zurückerstatten rückerstatten | rembourser remboursement | reembolso reembolsar devolución
        return returns returning | Rückgabe Rücksendung zurückgeben zurücksenden Retoure retournieren umtauschen Umtausch | retour retourner renvoyer | devolver devolución
        expense expenses cost costs price prices fee fees charge charges expensive pricing | Kosten kosten kostet Preis Preise Gebühr Gebühren teuer | coût coûter coûte prix tarif tarifs frais | costo coste cuesta costar precio precios tarifa
        ship shipping shipment deliver delivery delivered dispatch | Versand Lieferung liefern geliefert zustellen Zustellung versenden | livrer livraison expédition expédier | envío enviar entrega entregar
        invoice invoices bill | Rechnung Rechnungen | facture factures | factura facturas
        pay payment payments paying | zahlen bezahlen Zahlung Zahlungen Bezahlung | payer paiement paiements règlement | pagar pago pagos
        order orders ordered purchase purchased buy bought | Bestellung bestellen bestellt Kauf kaufen gekauft | commande commander commandé achat acheter acheté | pedido pedidos compra comprar comprado
        cancel cancellation cancelled terminate termination | stornieren storniert Stornierung kündigen gekündigt Kündigung widerrufen Widerruf | annuler annulation résilier résiliation | cancelar cancelación anular anulación
        warranty guarantee | Garantie Gewährleistung | garantie | garantía
        repair repairs fix | Reparatur reparieren | réparation réparer | reparación reparar
        broken defective damaged faulty defect damage | kaputt defekt beschädigt Schaden Defekt | cassé défectueux endommagé dommage | roto defectuoso dañado daño avería
        hours opening open closed | Öffnungszeiten geöffnet offen geschlossen | horaires ouvert ouverture fermé | horario horarios abierto apertura cerrado
        deadline period term | Frist Fristen Zeitraum | délai délais période | plazo plazos período
        day days | Tag Tage Tagen | jour jours | día días
        week weeks | Woche Wochen | semaine semaines | semana semanas
        month months monthly | Monat Monate monatlich | mois mensuel | mes meses mensual
        year years annual yearly | Jahr Jahre jährlich | an ans année années annuel | año años anual
        customer customers client clients | Kunde Kunden Kundin | client clients clientèle | cliente clientes
        contract contracts agreement | Vertrag Verträge Vereinbarung | contrat contrats accord | contrato contratos acuerdo
        account accounts | Konto Konten Benutzerkonto Kundenkonto | compte comptes | cuenta cuentas
        password passwords | Passwort Kennwort Passwörter | passe | contraseña contraseñas clave
        login signin sign | anmelden Anmeldung einloggen | connexion connecter identifier | acceso acceder iniciar
        address addresses | Adresse Anschrift | adresse adresses | dirección direcciones domicilio
        phone telephone call | Telefon anrufen Anruf Telefonnummer | téléphone téléphoner appeler appel | teléfono llamar llamada
        insurance insured | Versicherung versichert | assurance assuré | seguro asegurado
        cover coverage covered | abgedeckt decken deckt übernehmen übernimmt Deckung | couvrir couvre couvert couverture | cubrir cubre cubierto cobertura
        vacation holiday holidays leave | Urlaub Ferien Urlaubstage | vacances congé congés | vacaciones permiso
        employee employees staff worker | Mitarbeiter Mitarbeiterin Angestellte Arbeitnehmer Beschäftigte | employé employés salarié salariés personnel | empleado empleados trabajador personal
        employer | Arbeitgeber | employeur | empleador
        salary wage wages pay | Gehalt Lohn Löhne | salaire salaires | salario sueldo
        doctor physician | Arzt Ärztin Ärzte | médecin docteur | médico doctor
        emergency urgent | Notfall dringend eilig | urgence urgent | emergencia urgente urgencia
        discount discounts rebate | Rabatt Rabatte Nachlass Ermäßigung | remise réduction rabais | descuento descuentos rebaja
        tax taxes vat | Steuer Steuern Mehrwertsteuer | taxe taxes impôt tva | impuesto impuestos iva
        exchange swap | Austausch umtauschen tauschen | échange échanger | cambio cambiar
        colour color colours colors | Farbe Farben | couleur couleurs | color colores
        size sizes | Größe Größen | taille tailles | talla tallas tamaño
        weight weigh | Gewicht wiegen wiegt | poids peser pèse | peso pesar pesa
        battery batteries | Batterie Akku Akkus | batterie pile piles | batería pila
        manual instructions | Anleitung Gebrauchsanweisung Bedienungsanleitung Handbuch | manuel notice mode | manual instrucciones
        spare part parts | Ersatzteil Ersatzteile | pièce pièces | pieza piezas repuesto repuestos recambio
        support help assistance | Hilfe Unterstützung Kundendienst | aide assistance soutien | ayuda asistencia soporte
        complaint complaints complain | Beschwerde Beschwerden beschweren Reklamation reklamieren | réclamation réclamations plainte plaindre | queja quejas reclamación reclamaciones
        appointment appointments | Termin Termine | rendez | cita citas
        school | Schule | école | escuela colegio
        child children kids | Kind Kinder | enfant enfants | niño niños hijo hijos
        family | Familie | famille | familia
        car vehicle | Auto Wagen Fahrzeug | voiture véhicule | coche vehículo automóvil
        water | Wasser | eau | agua
        house home | Haus Wohnung | maison logement | casa vivienda
        work job | Arbeit arbeiten Arbeitsplatz | travail travailler emploi | trabajo trabajar empleo
        safety security safe secure | Sicherheit sicher | sécurité sûr | seguridad seguro
        privacy confidentiality | Datenschutz Privatsphäre | confidentialité vie | privacidad confidencialidad
        data | Daten | données | datos
        rule rules policy policies regulation | Regel Regeln Richtlinie Richtlinien Vorschrift | règle règles politique règlement | regla reglas política norma normas
        permission allowed permit | erlaubt Erlaubnis genehmigt Genehmigung | permis autorisé autorisation | permitido permiso autorización
        form application | Formular Antrag | formulaire demande | formulario solicitud
        free gratis | kostenlos gratis kostenfrei | gratuit gratuitement | gratis gratuito
        maximum limit most | maximal höchstens Höchstbetrag Grenze | maximum maximal limite plafond | máximo límite
        minimum least | mindestens Minimum Mindest | minimum minimal | mínimo
        amount sum | Betrag Summe | montant somme | importe cantidad suma
        gym fitness | Fitnessstudio Fitness | gym sport fitness | gimnasio
        glasses spectacles eyewear vision | Brille Brillen | lunettes | gafas anteojos
        teeth dental dentist | Zahn Zähne Zahnarzt | dent dents dentaire dentiste | diente dientes dental dentista
        hospital clinic | Krankenhaus Klinik | hôpital clinique | hospital clínica
        medicine medication drug drugs prescription | Medikament Medikamente Arznei Rezept | médicament médicaments ordonnance | medicamento medicamentos receta
        train railway | Zug Bahn | train | tren ferrocarril
        city town | Stadt | ville | ciudad
        country | Land | pays | país
        company firm business | Firma Unternehmen Betrieb | entreprise société | empresa compañía sociedad
        store shop branch | Laden Geschäft Filiale | magasin boutique | tienda sucursal
        website site online | Webseite Website Internetseite online | site web internet | web página sitio
        begin start starts | beginnen Beginn anfangen Start | commencer début | comenzar empezar inicio
        end finish | Ende beenden enden | fin finir terminer | fin terminar final
        report reporting | melden Meldung berichten | signaler signalement | informar denunciar denuncia
        violation breach misconduct | Verstoß Verstöße Verletzung | violation infraction | infracción violación
        install installation setup | installieren Installation einrichten Einrichtung | installer installation | instalar instalación
        size measure dimensions | Maße Abmessungen | dimensions mesures | dimensiones medidas
        sustainable recycling recycle disposal | Entsorgung entsorgen Recycling | recyclage recycler | reciclaje reciclar
        gift voucher coupon | Gutschein Gutscheine Geschenk | bon cadeau chèque | vale cupón regalo
        express fast quick | Express schnell | express rapide | exprés rápido
        abroad international foreign overseas | Ausland international | étranger international | extranjero internacional
        mail mails email emails message messages | Mail Mails E-Mail E-Mails Nachricht Nachrichten | courriel courriels message messages mail | correo correos mensaje mensajes
        delete remove erase deletion removal | löschen entfernen Löschung | supprimer effacer suppression | borrar eliminar suprimir
        folder folders directory directories | Ordner Verzeichnis | dossier répertoire | carpeta directorio
        export download exporting downloading | exportieren herunterladen Export Download | exporter télécharger téléchargement | exportar descargar descarga
        import upload importing uploading | importieren hochladen Import Upload | importer téléverser | importar subir cargar
        picture pictures photo photos image images | Bild Bilder Foto Fotos | image images photo photos | imagen imágenes foto fotos
        hide hidden invisible | verbergen ausblenden unsichtbar verstecken | masquer cacher invisible | ocultar esconder invisible
        encrypt encrypted encryption | verschlüsseln Verschlüsselung verschlüsselt | chiffrer chiffrement | cifrar encriptar cifrado
        oldest earliest first | älteste früheste erste | ancien premier première | antiguo primero primera
        newest latest last recent | neueste letzte jüngste | dernier récent dernière | último reciente última
        user users person people someone | Benutzer Nutzer Anwender Person Personen | utilisateur utilisateurs personne personnes | usuario usuarios persona personas
        find search locate look finding searching | finden suchen Suche | trouver chercher rechercher recherche | encontrar buscar búsqueda
        show display view see shown displayed | zeigen anzeigen ansehen | montrer afficher voir | mostrar ver visualizar
        change modify edit alter adjust | ändern bearbeiten anpassen Änderung | changer modifier éditer modification | cambiar modificar editar modificación
        create add make new | erstellen anlegen hinzufügen neu | créer ajouter nouveau | crear añadir agregar nuevo
        move transfer migrate | verschieben übertragen umziehen | déplacer transférer | mover transferir trasladar
        restore recover retrieve recovery | wiederherstellen Wiederherstellung | restaurer récupérer récupération | restaurar recuperar recuperación
        limit restrict constrain narrow restriction | begrenzen beschränken einschränken Einschränkung | limiter restreindre restriction | limitar restringir restricción
        big large huge | groß große riesig | grand gros grande énorme | grande enorme
        error problem issue failure fault trouble | Fehler Problem Störung Schwierigkeit | erreur problème panne | error problema fallo
        computer pc laptop machine | Computer Rechner Laptop | ordinateur | ordenador computadora
        file files document documents | Datei Dateien Dokument Dokumente | fichier fichiers document documents | archivo archivos fichero documento documentos
        setting settings option options preference configuration configure | Einstellung Einstellungen Option konfigurieren | paramètre paramètres option réglage configurer | ajuste ajustes opción configuración configurar
        group combine merge join together | gruppieren zusammenführen verbinden | grouper regrouper fusionner combiner | agrupar combinar unir
        split separate divide | teilen trennen aufteilen | séparer diviser | separar dividir
        answer reply respond response | Antwort antworten beantworten | réponse répondre | respuesta responder contestar
        disable deactivate | deaktivieren ausschalten abschalten | désactiver éteindre | desactivar apagar
        enable activate | aktivieren einschalten | activer allumer | activar encender
        choose select pick choice | wählen auswählen Auswahl | choisir sélectionner choix | elegir seleccionar elección
        keep store retain save preserve | behalten speichern aufbewahren sichern | garder conserver enregistrer | guardar conservar mantener
        need require requirement required necessary | brauchen benötigen erforderlich nötig Anforderung | besoin nécessaire exiger exigence | necesitar necesario requerir requisito
        contact reach | kontaktieren erreichen Kontakt | contacter joindre contact | contactar contacto
        place location position spot | Ort Stelle Position Standort | lieu endroit position emplacement | lugar sitio posición ubicación
        schedule timer timed | planen Zeitplan Zeitschaltuhr | planifier minuterie programmer | programar temporizador planificar
        copy duplicate replicate | kopieren Kopie duplizieren | copier copie dupliquer | copiar copia duplicar
        screen screenshot | Bildschirm | écran | pantalla
        cause reason | Ursache Grund | cause raison | causa razón motivo
        die died dead death | sterben gestorben Tod tot | mourir mort décès | morir muerte muerto
        war battle fight | Krieg Schlacht Kampf | guerre bataille combat | guerra batalla combate
        build built construct construction | bauen gebaut Bau errichtet | construire construction bâtir | construir construcción
        name named called term | Name heißen genannt Begriff | nom appelé nommé terme | nombre llamado término
        money funds finance financial | Geld Mittel Finanzen finanziell | argent fonds finances financier | dinero fondos finanzas financiero
        """;

    private static readonly FrozenDictionary<(string Language, string Stem), string[]> Others = Read();

    /// <summary>Stems, in any of our languages, of other words for the same thing; empty for most words.</summary>
    public static IReadOnlyList<string> OtherStems(string stem, string language) => Others.TryGetValue((language, stem), out var others) ? others : [];

    private static FrozenDictionary<(string, string), string[]> Read()
    {
        var others = new Dictionary<(string Language, string Stem), HashSet<string>>();
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var members = line.Split('|').SelectMany((words, column) => StemsOf(words, Languages[column]).Select(stem => (Language: Languages[column], Stem: stem))).ToList();
            foreach (var member in members)
            {
                var known = others.TryGetValue(member, out var set) ? set : others[member] = [];
                known.UnionWith(members.Select(other => other.Stem).Where(stem => stem != member.Stem));
            }
        }

        return others.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray());
    }

    private static IEnumerable<string> StemsOf(string words, string language)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(words, language, terms);
        return terms.Select(term => term.Stem);
    }
}
