package io.tallybook.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every record type that Tallybook reads, in the order of the documentation. */
public final class RecordTypes {
    private static final List<Class<? extends LedgerRecord>> CLASSES = List.of(
            Account.class,
            Agreement.class,
            Purchase.class,
            License.class,
            Server.class,
            Instance.class,
            Assignment.class,
            Provider.class,
            Rate.class,
            Attestation.class,
            Product.class,
            SupportCase.class,
            SupportContact.class,
            IncidentConversion.class,
            Lifecycle.class,
            CalPoints.class,
            BenefitClaim.class,
            AzureSubscription.class,
            AzureUsage.class,
            AzureExport.class,
            IpClaim.class,
            IpClaimItem.class,
            Lawsuit.class,
            PatentAssertion.class,
            Patent.class,
            PatentRequest.class,
            Solution.class,
            SolutionCharge.class,
            SolutionResource.class,
            SolutionParty.class,
            ProductRelease.class,
            MigrationEntry.class,
            Installation.class,
            SaTransition.class,
            LicenseTransfer.class,
            Employee.class,
            DesktopAssignment.class,
            OfficeWebUse.class,
            WorkplacePurchase.class,
            BackupRun.class,
            Outage.class,
            MobilityForm.class,
            ManagedOse.class,
            AccessGroup.class,
            UnifiedSolution.class,
            UnifiedSolutionComponent.class,
            EsuCoverage.class,
            Partner.class,
            PartnerPerson.class,
            PartnerOrganization.class,
            PartnerOffer.class,
            OfferBenefit.class,
            OfferFee.class,
            ProgramUse.class,
            ProgramKey.class,
            KeyActivation.class,
            CloudService.class,
            VsSubscription.class,
            VsAssignment.class,
            AzureCredit.class,
            CreditCharge.class,
            PartnerRequest.class,
            Competency.class,
            LegacyChoice.class,
            LicenseNeed.class,
            AgreementCount.class);

    private static final List<RecordDefinition<?>> ALL =
            CLASSES.stream().<RecordDefinition<?>>map(RecordDefinition::of).toList();

    private static final Map<String, RecordDefinition<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(RecordDefinition::name, Function.identity()));

    private static final Map<Class<?>, RecordDefinition<?>> BY_CLASS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(RecordDefinition::type, Function.identity()));

    private RecordTypes() {}

    /** Returns all definitions, in the order of the documentation. */
    public static List<RecordDefinition<?>> all() {
        return ALL;
    }

    /** Returns the definition of the record type with this exact name, e.g. {@code purchases}. */
    public static Optional<RecordDefinition<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Returns the definition of a record class.
     *
     * @throws IllegalArgumentException if the class is no record type of the ledger
     */
    @SuppressWarnings("unchecked") // the map is built from the definitions' own types
    public static <R extends LedgerRecord> RecordDefinition<R> of(Class<R> type) {
        RecordDefinition<?> found = BY_CLASS.get(type);
        if (found == null) {
            throw new IllegalArgumentException("No record type: " + type);
        }
        return (RecordDefinition<R>) found;
    }
}
